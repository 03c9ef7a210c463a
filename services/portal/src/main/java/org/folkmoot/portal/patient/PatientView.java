package org.folkmoot.portal.patient;

import java.util.List;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Patients.Patient;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.term.Mark;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A patient.
 *
 * @param referrals those that the person may see, the newest first
 * @param amends whether the person may put details right
 * @param done what has just been done, in a sentence; null if nothing
 */
public record PatientView(
        Patient patient,
        Panel<List<Row>> referrals,
        boolean amends,
        @Nullable String done) {

    /** A referral of the patient. */
    public record Row(Referral referral, Mark state) {

        static Row of(Referral referral) {
            return new Row(referral, Terms.state(referral.state()));
        }
    }

    /** Why the person may see this; ends a sentence. */
    public String basis() {
        return Terms.basis(patient.basis());
    }

    /** The gender, in words. */
    public String gender() {
        return Terms.words(Terms.GENDERS, patient.gender());
    }
}
