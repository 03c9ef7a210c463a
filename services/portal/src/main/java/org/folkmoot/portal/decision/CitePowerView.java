package org.folkmoot.portal.decision;

import java.util.List;
import org.folkmoot.portal.frame.Form;

/**
 * The choice of the power that a decision cites.
 *
 * @param powers those in force that the person holds
 */
public record CitePowerView(List<Choice> powers, Form form) {

    /**
     * A power.
     *
     * @param hint how far it goes, and whose it is
     */
    public record Choice(String id, String subject, String hint) {}
}
