package org.folkmoot.portal.power;

import java.util.List;
import org.folkmoot.portal.frame.Form;

/**
 * The form to propose a power.
 *
 * @param mandates those on which it may hang: in force, or to begin
 */
public record AddPowerView(List<Choice> mandates, Form form) {

    /** A mandate and the group to which it was given. */
    public record Choice(String id, String words) {}
}
