package org.folkmoot.registry.model;

import java.time.LocalDate;

/**
 * A practice came to be organised differently.
 *
 * @param on the first day of the new model
 */
public record ModelChange(String practice, String name, LocalDate on, OperatingModel from, OperatingModel to) {}
