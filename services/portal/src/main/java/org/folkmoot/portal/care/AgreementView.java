package org.folkmoot.portal.care;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.CarePlans.Version;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * That somebody agreed to a version of their care plan.
 *
 * @param referral of whom
 * @param draft the newest version, if nobody agreed to it yet; null else
 * @param tag the version of the whole plan that the person looks at
 */
public record AgreementView(Referral referral, @Nullable Version draft, String tag, Form form) {

    /** The name of the field that says which version somebody agreed to. */
    static final String VERSION = "version";

    /** Whether the version that the form is about is the one that waits for an agreement. */
    public boolean waits() {
        return draft != null && form.text(VERSION).equals(Integer.toString(draft.number()));
    }

    public List<Named> agreements() {
        return Terms.AGREEMENTS;
    }
}
