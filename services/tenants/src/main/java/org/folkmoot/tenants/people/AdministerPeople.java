package org.folkmoot.tenants.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenants.ics.TenantsProblem;
import org.folkmoot.tenants.people.Administered.Done;
import org.folkmoot.tenants.people.Administered.Refused;
import org.folkmoot.tenants.realm.KeycloakSilent;
import org.folkmoot.tenants.turn.Turn;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator can do with the people of their ICS. Each is one transaction: the turn, the rules, the entry in
 * the log, and then the change in Keycloak.
 */
@ApplicationScoped
class AdministerPeople {

    private static final String QUEUE = "people";
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final Accounts accounts;
    private final PeopleLog log;
    private final Turn turn;
    private final Caller caller;
    private final PeopleConfig config;

    AdministerPeople(Accounts accounts, PeopleLog log, Turn turn, Caller caller, PeopleConfig config) {
        this.accounts = accounts;
        this.log = log;
        this.turn = turn;
        this.caller = caller;
        this.config = config;
    }

    @Transactional(rollbackOn = SQLException.class)
    Administered<PersonView> add(PersonRequest wanted) throws SQLException {
        turn.take(QUEUE, config.turn());
        if (!isStillAdministrator()) {
            return refused(notAnAdministrator());
        }
        PersonView person = accounts.create(wanted);
        log.wrote(
                "person.added", person.id(), Map.of("roles", person.roles(), "organisations", person.organisations()));
        return new Done<>(person);
    }

    @Transactional(rollbackOn = SQLException.class)
    Administered<PersonView> change(String id, @Nullable String ifMatch, PersonRequest wanted) throws SQLException {
        return seen(id, ifMatch, person -> {
            if (isCaller(person) && person.administers() && !wanted.roles().contains(Roles.ICS_ADMIN)) {
                return refused(own("take the administration of this ICS from you"));
            }
            List<String> changed = changes(person, wanted);
            if (changed.isEmpty()) {
                return new Done<>(person);
            }
            return done(
                    person,
                    "person.changed",
                    Map.of(
                            "changed",
                            changed,
                            "roles",
                            new TreeSet<>(wanted.roles()),
                            "organisations",
                            wanted.organisationCodes()),
                    () -> {
                        accounts.change(person, wanted);
                        return accounts.find(id).orElseThrow();
                    });
        });
    }

    @Transactional(rollbackOn = SQLException.class)
    Administered<PersonView> enable(String id, @Nullable String ifMatch, boolean enabled, String reason)
            throws SQLException {
        return seen(id, ifMatch, person -> {
            if (isCaller(person) && !enabled) {
                return refused(own("disable your account"));
            }
            if (person.enabled() == enabled) {
                return new Done<>(person);
            }
            return done(person, enabled ? "person.enabled" : "person.disabled", Map.of("reason", reason), () -> {
                accounts.enable(id, enabled);
                return accounts.find(id).orElseThrow();
            });
        });
    }

    @Transactional(rollbackOn = SQLException.class)
    Administered<ResetView> reset(String id, ResetRequest request) throws SQLException {
        return taken(id, person -> {
            if (isCaller(person)) {
                return refused(own("reset your password; change it yourself where you sign in"));
            }
            return done(
                    person,
                    "person.reset",
                    Map.of("reason", request.reason(), "secondFactor", request.alsoSecondFactor()),
                    () -> accounts.reset(person, request.alsoSecondFactor()));
        });
    }

    private <T> Administered<T> seen(
            String id, @Nullable String ifMatch, Function<PersonView, Administered<T>> transition) throws SQLException {
        return taken(
                id,
                person -> person.tag()
                        .refusal(ifMatch)
                        .<Administered<T>>map(Refused::new)
                        .orElseGet(() -> transition.apply(person)));
    }

    private <T> Administered<T> taken(String id, Function<PersonView, Administered<T>> transition) throws SQLException {
        turn.take(QUEUE, config.turn());
        if (!isStillAdministrator()) {
            return refused(notAnAdministrator());
        }
        Optional<PersonView> person = accounts.find(id);
        return person.isPresent() ? transition.apply(person.get()) : refused(Problem.of(CommonProblem.NOT_FOUND));
    }

    /** Writes down what is to be done, and has it done. */
    private <T> Administered<T> done(PersonView person, String kind, Map<String, ?> what, Supplier<T> work) {
        log.wrote(kind, person.id(), what);
        try {
            return new Done<>(work.get());
        } catch (KeycloakSilent e) {
            log.wrote(kind + ".uncertain", person.id(), Map.of());
            return refused(silent("Read the person again to see whether it was done."));
        }
    }

    /** A token outlives the removal of a role; the account does not. */
    private boolean isStillAdministrator() {
        return accounts.find(caller.subject())
                .filter(PersonView::enabled)
                .filter(PersonView::administers)
                .isPresent();
    }

    private boolean isCaller(PersonView person) {
        return person.id().equals(caller.subject());
    }

    private static List<String> changes(PersonView before, PersonRequest wanted) {
        var changed = new ArrayList<String>();
        if (!wanted.firstName().strip().equals(before.firstName())
                || !wanted.lastName().strip().equals(before.lastName())) {
            changed.add("name");
        }
        if (!wanted.address().equals(Objects.requireNonNullElse(before.mail(), ""))) {
            changed.add("mail");
        }
        if (!wanted.roleSet().equals(Set.copyOf(before.roles()))) {
            changed.add("roles");
        }
        if (!List.copyOf(wanted.organisationCodes()).equals(before.organisations())) {
            changed.add("organisations");
        }
        return changed;
    }

    static Problem silent(String advice) {
        return Problem.of(CommonProblem.UNAVAILABLE)
                .withDetail("Keycloak, which keeps the accounts, does not answer at the moment. " + advice)
                .withRetryAfter(PAUSE);
    }

    private static Problem notAnAdministrator() {
        return Problem.of(CommonProblem.FORBIDDEN)
                .withDetail("Your account is disabled or is no administrator's any more. Sign in again.");
    }

    private static Problem own(String what) {
        return Problem.of(TenantsProblem.OWN_ADMINISTRATION)
                .withDetail("Nobody but another administrator can " + what + ".");
    }

    private static <T> Administered<T> refused(Problem problem) {
        return new Refused<>(problem);
    }
}
