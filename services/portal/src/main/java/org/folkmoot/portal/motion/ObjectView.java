package org.folkmoot.portal.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.tenancy.Roles;

/**
 * Objecting to something, or commenting on it.
 *
 * @param organisations in whose name the person may say it
 */
public record ObjectView(Subject subject, List<String> organisations, Form form) {

    /**
     * What it is about.
     *
     * @param page on which it is said
     * @param kind the word for it: {@code motion}, {@code mandate} or {@code decision}
     * @param path where it is seen, with a slash at the end
     */
    public record Subject(PortalPage page, String kind, UUID id, UUID group, String title, String path) {}

    static ObjectView of(Visit visit, Subject subject, Form form) {
        return new ObjectView(subject, namesOf(visit), form);
    }

    /** The token of somebody of the LMC names the board, for which they do not speak here. */
    private static List<String> namesOf(Visit visit) {
        var names = new ArrayList<String>();
        if (visit.is(Roles.LMC_EXECUTIVE)) {
            names.add("LMC");
        }
        if (visit.is(Roles.PRACTICE_VOTER) || visit.is(Roles.PCN_CLINICAL_DIRECTOR)) {
            names.addAll(visit.codes());
        }
        return names;
    }
}
