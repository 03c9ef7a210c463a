package org.folkmoot.tenants.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenants.ics.TenantsProblem;
import org.folkmoot.tenants.realm.Answers;
import org.folkmoot.tenants.realm.KeycloakSilent;
import org.folkmoot.tenants.realm.KeycloakWords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The accounts of an ICS's people in Keycloak. What Keycloak refuses in what an administrator wrote is a
 * {@link ProblemException} with the values named; every other failure is a {@link KeycloakSilent}.
 */
@ApplicationScoped
class Accounts {

    private static final Logger LOG = Logger.getLogger(Accounts.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORGANISATIONS = "organisations";
    private static final String CHOOSE_A_PASSWORD = "UPDATE_PASSWORD";
    private static final String SET_UP_A_SECOND_FACTOR = "CONFIGURE_TOTP";

    /** Accounts asked for at once, and people whose roles are asked for at the same time. */
    private static final int CHUNK = 200;

    private static final int AT_A_TIME = 8;

    /** Keycloak's names for what an administrator wrote. */
    private static final Map<String, String> FIELDS = Map.of(
            "firstName", "#/firstName", "lastName", "#/lastName", "email", "#/mail", ORGANISATIONS, "#/organisations");

    private record Found(int position, UserRepresentation account) {}

    private final PeopleKeycloak keycloak;
    private final KeycloakWords words;

    Accounts(PeopleKeycloak keycloak, KeycloakWords words) {
        this.keycloak = keycloak;
        this.words = words;
    }

    /** The person with this subject, or empty: a service account is no person. */
    Optional<PersonView> find(String id) {
        RealmResource realm = keycloak.realm();
        return ask(() -> account(realm, id).map(account -> view(realm, account)));
    }

    /** A part of those who are meant. The cursor counts accounts: a row may move while pages are turned. */
    Page<PersonView> page(PeopleSearch search, PeopleOrder order, @Nullable Cursor after, int limit) {
        int first = after == null ? 0 : Math.clamp(after.inOrder(order.slug()).number(1), 0, Integer.MAX_VALUE);
        RealmResource realm = keycloak.realm();
        return ask(() -> {
            Page<Found> page = Page.of(
                    from(realm, search, order, first, limit + 1),
                    limit,
                    last -> Cursor.after(order.slug(), last.position() + 1));
            return new Page<>(views(realm, page.items()), page.next());
        });
    }

    /** Everybody who is meant. */
    List<PersonView> all(PeopleSearch search, PeopleOrder order) {
        RealmResource realm = keycloak.realm();
        return ask(() -> views(realm, from(realm, search, order, 0, Integer.MAX_VALUE)));
    }

    /** Those with these words in their names who may sign in, by user name. */
    List<PersonName> names(PeopleSearch search, int most) {
        RealmResource realm = keycloak.realm();
        return ask(() -> from(realm, search, 0, Integer.MAX_VALUE).stream()
                .map(Found::account)
                .filter(UserRepresentation::isEnabled)
                .map(PersonName::of)
                .filter(search::means)
                .limit(most)
                .toList());
    }

    /** Makes an account without a password; what cannot be finished is taken away again. */
    PersonView create(PersonRequest person) {
        RealmResource realm = keycloak.realm();
        UserRepresentation account = new UserRepresentation();
        account.setUsername(Username.of(person.firstName(), person.lastName()).text());
        account.setEnabled(true);
        account.setEmailVerified(false);
        account.setRequiredActions(
                person.roles().contains(Roles.ICS_ADMIN)
                        ? List.of(CHOOSE_A_PASSWORD, SET_UP_A_SECOND_FACTOR)
                        : List.of(CHOOSE_A_PASSWORD));
        write(account, person);
        String id = ask(() -> {
            Response answer = realm.users().create(account);
            URI made = answer.getLocation();
            Answers.made(answer);
            return made.getPath().replaceFirst(".*/", "");
        });
        try {
            tell(() -> realm.users().get(id).roles().realmLevel().add(representations(realm, person.roleSet())));
        } catch (RuntimeException e) {
            forsake(realm, id);
            throw e;
        }
        account.setId(id);
        return view(account, person.roleSet());
    }

    /** Makes a person what the request says. */
    void change(PersonView before, PersonRequest wanted) {
        RealmResource realm = keycloak.realm();
        tell(() -> {
            UserResource there = realm.users().get(before.id());
            UserRepresentation account = there.toRepresentation();
            write(account, wanted);
            there.update(account);
            var held = there.roles().realmLevel();
            var taken = new TreeSet<>(before.roles());
            taken.removeAll(wanted.roleSet());
            if (!taken.isEmpty()) {
                held.remove(representations(realm, taken));
            }
            var given = new TreeSet<>(wanted.roleSet());
            given.removeAll(before.roles());
            if (!given.isEmpty()) {
                held.add(representations(realm, given));
            }
            if (given.contains(Roles.ICS_ADMIN)) {
                // A session that began without a second factor must not become an administrator's.
                there.logout();
            }
        });
    }

    /** Shuts an account and ends its sessions, or opens it. */
    void enable(String id, boolean enabled) {
        RealmResource realm = keycloak.realm();
        tell(() -> {
            UserResource there = realm.users().get(id);
            UserRepresentation account = there.toRepresentation();
            account.setEnabled(enabled);
            there.update(account);
            if (!enabled) {
                there.logout();
            }
        });
    }

    /** Ends sessions, takes the second factor away if so wished, and has a new password chosen. */
    ResetView reset(PersonView person, boolean secondFactor) {
        RealmResource realm = keycloak.realm();
        return ask(() -> {
            UserResource there = realm.users().get(person.id());
            if (secondFactor) {
                there.credentials().stream()
                        .filter(credential -> !CredentialRepresentation.PASSWORD.equals(credential.getType()))
                        .forEach(credential -> there.removeCredential(credential.getId()));
            }
            TemporaryPassword password = TemporaryPassword.make();
            // The old password ends with its sessions, also where a mail brings the way to the new one.
            there.resetPassword(password.credential());
            there.logout();
            return person.enabled() && person.mail() != null && sendsMail(realm) && mailed(there)
                    ? ResetView.byMail()
                    : ResetView.byHand(password.text());
        });
    }

    /** Whether Keycloak has handed the mail on. */
    private boolean mailed(UserResource person) {
        try {
            person.executeActionsEmail(List.of(CHOOSE_A_PASSWORD));
            return true;
        } catch (WebApplicationException e) {
            LOG.warnf("a mail to a person could not be sent: %s", words.of(e));
            return false;
        }
    }

    static Set<String> organisations(UserRepresentation account) {
        return new TreeSet<>(Objects.requireNonNullElse(account.getAttributes(), Map.<String, List<String>>of())
                .getOrDefault(ORGANISATIONS, List.of()));
    }

    private static void write(UserRepresentation account, PersonRequest person) {
        account.setFirstName(person.firstName().strip());
        account.setLastName(person.lastName().strip());
        account.setEmail(person.address());
        var attributes =
                new HashMap<>(Objects.requireNonNullElse(account.getAttributes(), Map.<String, List<String>>of()));
        attributes.put(ORGANISATIONS, List.copyOf(person.organisationCodes()));
        account.setAttributes(attributes);
    }

    private static Optional<UserRepresentation> account(RealmResource realm, String id) {
        return Answers.found(() -> realm.users().get(id).toRepresentation())
                .filter(account -> account.getServiceAccountClientId() == null);
    }

    /** Those who are meant, from a position in that order. */
    private static List<Found> from(RealmResource realm, PeopleSearch search, PeopleOrder order, int first, int most) {
        Comparator<UserRepresentation> comparator = order.comparator();
        if (comparator == null) {
            return from(realm, search, first, most);
        }
        List<UserRepresentation> sorted = from(realm, search, 0, Integer.MAX_VALUE).stream()
                .map(Found::account)
                .sorted(comparator)
                .toList();
        return IntStream.range(first, sorted.size())
                .limit(most)
                .mapToObj(position -> new Found(position, sorted.get(position)))
                .toList();
    }

    /** Those who are meant, from a position among the accounts that Keycloak can pick, in its order: by username. */
    private static List<Found> from(RealmResource realm, PeopleSearch search, int first, int most) {
        var found = new ArrayList<Found>();
        int position = first;
        List<UserRepresentation> chunk;
        do {
            chunk = picked(realm, search, position);
            for (UserRepresentation account : chunk) {
                if (found.size() < most && account.getServiceAccountClientId() == null && search.means(account)) {
                    found.add(new Found(position, account));
                }
                position++;
            }
        } while (found.size() < most && chunk.size() == CHUNK);
        return found;
    }

    /** Keycloak picks by one thing at a time: by the one that leaves the fewest. */
    private static List<UserRepresentation> picked(RealmResource realm, PeopleSearch search, int first) {
        if (search.role() != null) {
            return realm.roles().get(search.role()).getUserMembers(false, first, CHUNK);
        }
        if (search.organisation() != null) {
            return realm.users()
                    .searchByAttributes(
                            first,
                            CHUNK,
                            null,
                            false,
                            ORGANISATIONS + ":" + search.organisation().code());
        }
        return search.words().isEmpty()
                ? realm.users().list(first, CHUNK)
                : realm.users().search(search.infixes(), first, CHUNK, false);
    }

    private static List<PersonView> views(RealmResource realm, List<Found> found) {
        return found.stream()
                .gather(Gatherers.mapConcurrent(AT_A_TIME, one -> view(realm, one.account())))
                .toList();
    }

    private static PersonView view(RealmResource realm, UserRepresentation account) {
        return view(
                account,
                realm.users().get(account.getId()).roles().realmLevel().listAll().stream()
                        .map(RoleRepresentation::getName)
                        .filter(Roles.OF_AN_ICS::contains)
                        .toList());
    }

    private static PersonView view(UserRepresentation account, Collection<String> roles) {
        return new PersonView(
                account.getId(),
                account.getUsername(),
                account.getFirstName(),
                account.getLastName(),
                account.getEmail(),
                account.isEnabled(),
                roles.stream().sorted().toList(),
                List.copyOf(organisations(account)),
                Optional.ofNullable(account.getCreatedTimestamp())
                        .map(Instant::ofEpochMilli)
                        .orElse(null));
    }

    private static List<RoleRepresentation> representations(RealmResource realm, Set<String> names) {
        return names.stream()
                .map(name -> realm.roles().get(name).toRepresentation())
                .toList();
    }

    private static boolean sendsMail(RealmResource realm) {
        Map<String, String> server = realm.toRepresentation().getSmtpServer();
        return server != null && server.containsKey("host");
    }

    private void forsake(RealmResource realm, String id) {
        try {
            tell(() -> realm.users().get(id).remove());
        } catch (KeycloakSilent e) {
            LOG.warnf("the account %s has no role yet and could not be taken away again", id);
        }
    }

    private void tell(Runnable order) {
        ask(() -> {
            order.run();
            return true;
        });
    }

    private <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (WebApplicationException e) {
            throw refusal(e).<RuntimeException>map(ProblemException::new).orElseGet(() -> silent(e));
        } catch (ProcessingException e) {
            throw silent(e);
        }
    }

    private KeycloakSilent silent(RuntimeException failure) {
        LOG.warn(words.of(failure));
        return new KeycloakSilent(failure);
    }

    /** What Keycloak says against what an administrator wrote; empty when the failure is about something else. */
    private static Optional<Problem> refusal(WebApplicationException refused) {
        return switch (refused.getResponse().getStatus()) {
            case 400 -> invalid(refused.getResponse());
            case 409 ->
                Optional.of(Problem.of(TenantsProblem.PERSON_ALREADY_KNOWN)
                        .withDetail("Another account of this ICS has this mail address.")
                        .withError("#/mail", "is another account's"));
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> invalid(Response answer) {
        List<String> pointers = said(answer).findValues("field").stream()
                .map(field -> FIELDS.get(field.asText()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (pointers.isEmpty()) {
            return Optional.empty();
        }
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST);
        for (String pointer : pointers) {
            problem = problem.withError(pointer, "holds something that Keycloak does not take there");
        }
        return Optional.of(problem);
    }

    private static JsonNode said(Response answer) {
        try {
            return JSON.readTree(Objects.requireNonNullElse(answer.readEntity(String.class), ""));
        } catch (JsonProcessingException | IllegalStateException | ProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
