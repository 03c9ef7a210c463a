package org.folkmoot.portal.people;

import java.util.List;
import java.util.Map;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.RoleName;
import org.folkmoot.portal.service.Tenants.Person;
import org.folkmoot.portal.service.Tenants.PersonDetails;
import org.folkmoot.problem.Problem;

/**
 * What is entered about a person.
 *
 * @param organisations ODS codes, as they were typed
 */
public record PersonForm(String firstName, String lastName, String mail, List<String> roles, String organisations) {

    static final PersonForm EMPTY = new PersonForm("", "", "", List.of(), "");

    private static final Map<String, Field> FIELDS = Map.of(
            "firstName", new Field("firstName", "The first name"),
            "lastName", new Field("lastName", "The last name"),
            "mail", new Field("mail", "The mail address"),
            "roles", new Field("roles", "The roles"),
            "organisations", new Field("organisations", "The organisations"));

    /** A role to tick. */
    public record Choice(String role, String words, String task, boolean ticked) {}

    static PersonForm of(Person person) {
        return new PersonForm(
                person.firstName() == null ? "" : person.firstName(),
                person.lastName() == null ? "" : person.lastName(),
                person.mail() == null ? "" : person.mail(),
                person.roles(),
                String.join(", ", person.organisations()));
    }

    static PersonForm of(Map<String, List<String>> fields) {
        return new PersonForm(
                first(fields, "firstName"),
                first(fields, "lastName"),
                first(fields, "mail"),
                fields.getOrDefault("roles", List.of()),
                first(fields, "organisations"));
    }

    /** The roles that an ICS can give. */
    public List<Choice> choices() {
        return RoleName.ofAnIcs().stream()
                .map(name -> new Choice(name.role(), name.words(), name.task(), roles.contains(name.role())))
                .toList();
    }

    /** What a person can see without asking the control plane. */
    FormErrors mistakes() {
        FormErrors errors = FormErrors.NONE;
        errors = firstName.isBlank() ? errors.and("firstName", "Enter the first name") : errors;
        errors = lastName.isBlank() ? errors.and("lastName", "Enter the last name") : errors;
        errors = mail.isBlank() ? errors.and("mail", "Enter the mail address") : errors;
        errors = roles.isEmpty() ? errors.and("roles", "Choose at least one role") : errors;
        return Entered.codesIn(organisations).isEmpty()
                ? errors.and("organisations", "Enter the ODS code of at least one practice, PCN or board")
                : errors;
    }

    static FormErrors mistakes(Problem problem) {
        return FormErrors.of(problem, FIELDS);
    }

    PersonDetails details() {
        return new PersonDetails(
                firstName.strip(), lastName.strip(), mail.strip(), roles, Entered.codesIn(organisations));
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }
}
