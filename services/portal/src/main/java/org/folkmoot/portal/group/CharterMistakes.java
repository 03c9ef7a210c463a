package org.folkmoot.portal.group;

import java.util.Arrays;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.group.CharterForm.Part;
import org.folkmoot.portal.group.CharterForm.QuestionFields;

/** What can be seen to be wrong with answers about a constitution without asking the service. */
record CharterMistakes(CharterForm charter) {

    private Entered entered() {
        return charter.form().entered();
    }

    /** What can be seen to be wrong on a page without asking the service. */
    FormErrors of(CharterPage page) {
        Entered entered = entered();
        return switch (page.topic()) {
            case NAME ->
                entered.text("name").isEmpty() ? FormErrors.of("name", "Enter the name of the group") : FormErrors.NONE;
            case FOOTPRINT -> mistakesOfFootprint();
            case SEAT -> mistakes(charter.seatAt(page.of()));
            case QUESTIONS ->
                charter.decided().isEmpty()
                        ? FormErrors.of(CharterForm.QUESTIONS, "Choose on what the group decides")
                        : FormErrors.NONE;
            case MAJORITY -> mistakesOfMajority(charter.question(page.of()));
            case QUORUM -> mistakesOfQuorum(charter.question(page.of()));
            case MANDATES ->
                entered.number("mandateMonths").isEmpty()
                        ? FormErrors.of("mandateMonths", "How long a mandate may last must be a number of months")
                        : FormErrors.NONE;
            case START -> mistakesOfStart();
            case SEATS, COUNTING, STANDING, CHECK -> FormErrors.NONE;
        };
    }

    private FormErrors mistakesOfFootprint() {
        Entered entered = entered();
        if (entered.text("kind").isEmpty()) {
            return FormErrors.of("kind", "Choose whose practices it speaks for");
        }
        if (charter.isOfTheIcs() || !charter.footprint().codes().isEmpty()) {
            return FormErrors.NONE;
        }
        return charter.footprint().ofPlaces()
                ? FormErrors.of(CharterForm.PLACES, "Choose at least one place")
                : FormErrors.of("codes", "Enter the ODS codes of those for whom it speaks");
    }

    private FormErrors mistakes(Part seat) {
        Entered entered = entered();
        FormErrors errors = FormErrors.NONE;
        if (entered.text(seat.field("name")).isEmpty()) {
            errors = errors.and(seat.field("name"), "Enter the name of the seat");
        }
        if (entered.number(seat.field("months")).isEmpty()) {
            errors = errors.and(seat.field("months"), "The term of a seat must be a number of months");
        }
        return errors;
    }

    private FormErrors mistakesOfStart() {
        Entered entered = entered();
        FormErrors errors = FormErrors.NONE;
        if (entered.day("effectiveFrom").isEmpty()) {
            errors = errors.and("effectiveFrom-day", "The first day must be a real date, such as 1 4 2027");
        }
        if (entered.text("reason").isEmpty()) {
            errors = errors.and("reason", "Enter the reason");
        }
        return errors;
    }

    /** What is filled in part would be left out, and nobody would see it. */
    private FormErrors mistakesOfMajority(QuestionFields question) {
        Entered entered = entered();
        FormErrors errors = FormErrors.NONE;
        for (Part part : question.classes()) {
            String least = entered.text(part.field("leastFor"));
            boolean used = !entered.text(part.field("franchise")).isEmpty();
            boolean first = part.equals(question.classes().getFirst());
            if (!used && (first || anyOf(part, "atLeast") || !(least.isEmpty() || least.equals("0")))) {
                errors = errors.and(
                        part.field("franchise"),
                        first ? "Choose who votes" : "Choose who votes, or clear the fields of the second majority");
            }
            if (used && entered.text(part.field("atLeast")).isEmpty()) {
                errors = errors.and(part.field("atLeast"), "Enter the share that is needed, such as 1/2");
            }
            if (used
                    && !least.isEmpty()
                    && entered.number(part.field("leastFor")).isEmpty()) {
                errors = errors.and(
                        part.field("leastFor"), "How many voters must be for it must be a whole number, or nothing");
            }
        }
        return errors;
    }

    private FormErrors mistakesOfQuorum(QuestionFields question) {
        FormErrors errors = FormErrors.NONE;
        for (Part part : question.quorums()) {
            boolean used = charter.filled(part, "measure");
            if (!used && anyOf(part, "atLeast", "class", "abstentions")) {
                errors = errors.and(part.field("measure"), "Choose what the quorum counts, or clear its fields");
            }
            if (used && !charter.filled(part, "atLeast")) {
                errors = errors.and(part.field("atLeast"), "Enter how much is needed, such as 1/2 or 10");
            }
        }
        return errors;
    }

    private boolean anyOf(Part part, String... names) {
        return Arrays.stream(names)
                .anyMatch(name -> !entered().text(part.field(name)).isEmpty());
    }
}
