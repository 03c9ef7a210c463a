package org.folkmoot.portal.model;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.service.Models.NewLink;

/** What every form holds that says what two organisations have to do with each other. */
final class LinkForm {

    /** By the registry's names. One of the two is that of the page, so what is wrong with either is wrong with the other. */
    static final Map<String, Field> FIELDS = Map.of(
            "kind", new Field("kind", "The kind"),
            "organisation", new Field("code", "The other organisation"),
            "other", new Field("code", "The other organisation"),
            "from", new Field("from-day", "The first day"),
            "until", new Field("until-day", "The last day"),
            "evidence", new Field("evidence", "What shows it"),
            "reason", new Field("reason", "The reason"));

    private LinkForm() {}

    /** These mistakes, and what is wrong with it by itself. */
    static FormErrors mistakes(FormErrors errors, Entered entered) {
        return errors.unless(
                        entered.ticked("code") != entered.ticked("body"),
                        "code",
                        "Enter the ODS code of the other organisation, or choose one")
                .unless(entered.day("from").isPresent(), "from-day", "Enter the first day, such as 1 4 2025")
                .unless(
                        entered.day("until").isPresent() || !entered.hasDay("until"),
                        "until-day",
                        "The last day must be a real date, such as 31 3 2026")
                .unless(entered.ticked("evidence"), "evidence", "Enter what shows it");
    }

    /** The other organisation: the code that was entered, or the body that was chosen. */
    static String other(Entered entered) {
        return entered.text("code") + entered.text("body");
    }

    /** A link as one of the two says it. */
    static NewLink link(LinkEnd end, String organisation, Entered entered) {
        LocalDate from = entered.day("from").orElseThrow();
        Optional<LocalDate> until = entered.day("until");
        String other = other(entered);
        return new NewLink(
                end.kind().code(),
                end.ofTheOther() ? other : organisation,
                end.ofTheOther() ? organisation : other,
                from,
                until.orElse(null),
                entered.text("evidence"));
    }
}
