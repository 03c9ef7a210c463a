package org.folkmoot.portal.frame;

import org.folkmoot.portal.session.Visit;
import org.folkmoot.tenancy.Roles;

/** Which forms about a practice a page offers to whom. What is sent is for the service to refuse. */
public final class OwnPractice {

    private OwnPractice() {}

    /** Whether the form is for the person: an administrator of the ICS keeps all practices, anybody else their own. */
    public static boolean offers(Visit visit, PortalPage form, String practice) {
        return form.isFor(visit.roles())
                && (visit.is(Roles.ICS_ADMIN) || visit.codes().contains(practice));
    }
}
