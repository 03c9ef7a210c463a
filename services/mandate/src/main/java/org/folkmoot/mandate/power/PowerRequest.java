package org.folkmoot.mandate.power;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A power to be granted.
 *
 * @param mandate the mandate on which it hangs
 * @param grant what it shall say: its first change
 */
record PowerRequest(@NotNull UUID mandate, @NotNull @Valid PowerChange grant) {}
