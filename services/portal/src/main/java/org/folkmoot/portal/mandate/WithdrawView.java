package org.folkmoot.portal.mandate;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.service.Groups.Position;

/**
 * Withdrawing a mandate.
 *
 * @param tag the version that the person looks at
 * @param own the person's practices that have given it
 */
public record WithdrawView(Mandate mandate, String tag, List<Position> own, Form form) {}
