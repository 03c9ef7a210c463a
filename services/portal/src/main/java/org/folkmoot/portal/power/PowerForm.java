package org.folkmoot.portal.power;

import java.util.List;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.Powers.Change;
import org.folkmoot.portal.service.Powers.Limit;
import org.folkmoot.portal.service.Powers.Terms;

/** The fields of a power's terms. */
final class PowerForm {

    private static final List<String> DAYS = List.of("from", "until", "review");

    private PowerForm() {}

    /** Terms in the form's fields. */
    static Entered of(Terms terms) {
        return Entered.NOTHING
                .with("subject", terms.subject())
                .with("mayDecide", terms.mayDecide())
                .with("money", terms.limit().money())
                .with("total", terms.limit().total())
                .with("months", terms.limit().months())
                .with("number", terms.limit().number())
                .with("holder", terms.holder())
                .withDay("from", terms.from())
                .withDay("until", terms.until())
                .withDay("review", terms.review())
                .with("reserved", String.join("\n", terms.reserved()));
    }

    /** What can be seen without asking the service. */
    static FormErrors mistakes(Entered entered, boolean withTerms) {
        FormErrors errors = FormErrors.NONE;
        if (withTerms) {
            errors = entered.text("subject").isEmpty() ? errors.and("subject", "Enter what it is about") : errors;
            errors =
                    entered.text("mayDecide").isEmpty() ? errors.and("mayDecide", "Enter what may be decided") : errors;
            errors = entered.text("holder").isEmpty() ? errors.and("holder", "Enter who holds it") : errors;
            for (String number : List.of("months", "number")) {
                boolean wrong = !entered.text(number).isEmpty()
                        && entered.number(number).isEmpty();
                errors = wrong ? errors.and(number, "Enter a whole number, or nothing") : errors;
            }
            for (String day : DAYS) {
                errors = entered.day(day).isEmpty()
                        ? errors.and(day + "-day", "The days must be real dates, such as 1 4 2027")
                        : errors;
            }
        }
        errors = entered.text("grantedBy").isEmpty() == entered.text("ballot").isEmpty()
                ? errors.and("ballot", "Choose the ballot that decided it, or enter the meeting that did")
                : errors;
        return entered.text("reason").isEmpty() ? errors.and("reason", "Enter the reason") : errors;
    }

    /** A change that was entered; ask for mistakes first. */
    static Change change(Entered entered, String kind, boolean withTerms) {
        return new Change(
                kind,
                withTerms ? terms(entered) : null,
                entered.orNull("grantedBy"),
                entered.id("ballot").orElse(null),
                entered.text("reason"));
    }

    /** The terms that were entered; ask for mistakes first. */
    private static Terms terms(Entered entered) {
        return new Terms(
                entered.text("subject"),
                entered.text("mayDecide"),
                new Limit(
                        entered.orNull("money"),
                        entered.orNull("total"),
                        entered.number("months").orElse(null),
                        entered.number("number").orElse(null)),
                entered.text("holder"),
                entered.day("from").orElseThrow(),
                entered.day("until").orElseThrow(),
                entered.day("review").orElseThrow(),
                entered.lines("reserved"));
    }
}
