package org.folkmoot.portal.patient;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Patients.Patient;
import org.folkmoot.portal.term.Terms;

/**
 * The form to put right what is known of a patient.
 *
 * @param tag the version that the person looks at
 */
public record AmendView(Patient patient, String tag, Form form) {

    public List<Named> genders() {
        return Terms.GENDERS;
    }
}
