package org.folkmoot.portal.referral;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.FormErrors.Mistake;
import org.folkmoot.portal.service.Patients.NewPatient;
import org.folkmoot.portal.service.Referrals.NewConsent;
import org.folkmoot.portal.service.Referrals.NewReferral;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/** What was entered to refer somebody, on all pages of the form. */
record ReferForm(Entered entered) {

    /** A page of the form. */
    enum Step {
        NUMBER("Whom do you refer?"),
        PERSON("Who is it?"),
        REFERRAL("To which team, and why?");

        private final String heading;

        Step(String heading) {
            this.heading = heading;
        }

        /** What stands above it. */
        String heading() {
            return heading;
        }

        /** Its name in an address. */
        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Step named(@Nullable String slug) {
            for (Step step : values()) {
                if (step.slug().equals(slug)) {
                    return step;
                }
            }
            return NUMBER;
        }
    }

    static final String NUMBER = "nhsNumber";

    /** The patient's key, where the service knows the patient already. */
    static final String PATIENT = "patient";

    private static final Set<String> OF_THE_PERSON = Set.of(
            "familyName", "givenName", "born-day", "gender", "address", "postcode", "phone", "registeredPractice");

    /** The fields by the service's names. */
    static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("person/nhsNumber", new Field(NUMBER, "The NHS number")),
            Map.entry("person/familyName", new Field("familyName", "The family name")),
            Map.entry("person/givenName", new Field("givenName", "The given name")),
            Map.entry("person/birthDate", new Field("born-day", "The date of birth")),
            Map.entry("person/gender", new Field("gender", "The gender")),
            Map.entry("person/address", new Field("address", "The address")),
            Map.entry("person/postcode", new Field("postcode", "The postcode")),
            Map.entry("person/phone", new Field("phone", "The phone number")),
            Map.entry("person/registeredPractice", new Field("registeredPractice", "The practice")),
            Map.entry("team", new Field("team", "The team")),
            Map.entry("practice", new Field("practice", "Who refers")),
            Map.entry("priority", new Field("priority", "The priority")),
            Map.entry("service", new Field("service", "The service")),
            Map.entry("reason", new Field("reason", "The reason")),
            Map.entry("criteria", new Field("criteria", "What the person was found for")),
            Map.entry("consent", new Field("consented-day", "The day of the consent")));

    /** The NHS number, if there is one. */
    Optional<NhsNumber> number() {
        return NhsNumber.parse(digits()) instanceof NhsNumber.Parsed.Valid(NhsNumber number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** People write the number in groups of any kind. */
    private String digits() {
        return entered.text(NUMBER).replaceAll("[\\s-]", "");
    }

    /** The patient, if the service knows them. */
    Optional<UUID> patient() {
        return entered.id(PATIENT);
    }

    /** Whether the team has found the person by itself. */
    boolean found() {
        return entered.text("practice").isEmpty();
    }

    /** Which page has what is wrong. */
    static Step stepOf(FormErrors errors) {
        List<@Nullable String> fields =
                errors.all().stream().map(Mistake::field).toList();
        if (fields.contains(NUMBER)) {
            return Step.NUMBER;
        }
        return fields.stream().anyMatch(field -> field != null && OF_THE_PERSON.contains(field))
                ? Step.PERSON
                : Step.REFERRAL;
    }

    /** What can be seen to be wrong on a page. */
    FormErrors mistakes(Step step) {
        return switch (step) {
            case NUMBER -> ofTheNumber();
            case PERSON ->
                FormErrors.NONE
                        .unless(!entered.text("familyName").isEmpty(), "familyName", "Enter the family name")
                        .unless(!entered.text("givenName").isEmpty(), "givenName", "Enter the given name")
                        .unless(
                                entered.day("born").isPresent(),
                                "born-day",
                                "The date of birth must be a real date, such as 31 3 1950");
            case REFERRAL ->
                FormErrors.NONE
                        .unless(entered.id("team").isPresent(), "team", "Choose the team")
                        .unless(
                                Terms.isOneOf(Terms.PRIORITIES, entered.text("priority")),
                                "priority",
                                "Choose how soon")
                        .unless(!entered.text("reason").isEmpty(), "reason", "Enter why you refer")
                        .unless(
                                !found() || !entered.all("criteria").isEmpty(),
                                "criteria",
                                "Choose for what the person was found")
                        .unless(
                                consent().isPresent() || (!found() && !entered.hasDay("consented")),
                                "consented-day",
                                "The day of the consent must be a real date, such as 1 4 2027");
        };
    }

    private FormErrors ofTheNumber() {
        return switch (NhsNumber.parse(digits())) {
            case NhsNumber.Parsed.Valid ignored -> FormErrors.NONE;
            case NhsNumber.Parsed.Malformed ignored ->
                FormErrors.of(NUMBER, "Enter the ten digits of the NHS number, such as 999 000 0018");
            case NhsNumber.Parsed.CheckFailed ignored ->
                FormErrors.of(NUMBER, "Check the NHS number: one of its digits is wrong, or two have changed places");
        };
    }

    private Optional<NewConsent> consent() {
        return entered.day("consented").map(on -> new NewConsent(true, on));
    }

    /** The referral, as a draft. Only where nothing is wrong with any page. */
    NewReferral referral() {
        Optional<UUID> patient = patient();
        List<String> criteria = entered.all("criteria");
        return new NewReferral(
                patient.orElse(null),
                patient.isPresent() ? null : person(),
                entered.id("team").orElseThrow(),
                entered.orNull("practice"),
                entered.text("priority"),
                entered.orNull("service"),
                entered.text("reason"),
                found() ? criteria : null,
                consent().orElse(null),
                false);
    }

    private NewPatient person() {
        String practice = entered.orNull("registeredPractice");
        return new NewPatient(
                number().orElseThrow().digits(),
                entered.text("familyName"),
                entered.text("givenName"),
                entered.day("born").orElseThrow(),
                entered.orNull("gender"),
                entered.orNull("address"),
                entered.orNull("postcode"),
                entered.orNull("phone"),
                practice == null ? null : practice.toUpperCase(Locale.ROOT));
    }

    /** That somebody is referred, never whom. */
    @Override
    public String toString() {
        return "ReferForm[withheld]";
    }
}
