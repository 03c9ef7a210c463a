package org.folkmoot.neighbourhood.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.place.Practices;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/** Teams are formed and changed, people join and leave them, and they say what they can take on. */
@ApplicationScoped
class ChangeTeam {

    private static final String TEAM = "team";

    /** What is added to a team is added to whichever version it has. */
    private static final String EVERY_VERSION = "*";

    private final Teams teams;
    private final Members members;
    private final Practices practices;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeTeam(Teams teams, Members members, Practices practices, Chronicle chronicle, Clock clock) {
        this.teams = teams;
        this.members = members;
        this.practices = practices;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<TeamView> form(TeamRequest request, Reader by) {
        if (!practices.isNeighbourhood(request.neighbourhood())) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/neighbourhood", "must be a neighbourhood of this ICS, as the registry has it"));
        }
        var team = new Team(Uuid7.next(), request, by.person(), clock.instant());
        if (teams.isNameTaken(request.name().strip(), team.id())) {
            return nameTaken();
        }
        teams.persist(team);
        return wrote(team, "formed", null);
    }

    @Transactional
    Result<TeamView> change(UUID id, @Nullable String ifMatch, TeamChangeRequest request, Reader by) {
        return change(teams.held(id), ifMatch, isAdminOrLead(id, by), team -> {
            if (teams.isNameTaken(request.name().strip(), id)) {
                return nameTaken();
            }
            team.change(request);
            return wrote(team, "amended", null);
        });
    }

    @Transactional
    Result<TeamView> disband(UUID id, @Nullable String ifMatch, Reader by) {
        return change(teams.held(id), ifMatch, by.isAnyOf(Roles.ICS_ADMIN), team -> {
            if (teams.hasOpenReferrals(id)) {
                return Result.refused(
                        NeighbourhoodProblem.TEAM_HAS_REFERRALS,
                        "Its referrals are closed, returned or redirected before a team is disbanded.");
            }
            team.disband(LondonTime.today(clock));
            return wrote(team, "disbanded", null);
        });
    }

    @Transactional
    Result<TeamView> join(UUID id, MemberRequest request, Reader by) {
        return change(teams.touched(id), EVERY_VERSION, isAdminOrLead(id, by), team -> {
            if (members.current(id, request.subject().strip()).isPresent()) {
                return Result.refused(NeighbourhoodProblem.ALREADY_A_MEMBER, "A person is once in a team at a time.");
            }
            UUID member = teams.join(id, request, clock.instant());
            return wrote(team, "joined", "member " + member);
        });
    }

    @Transactional
    Result<TeamView> leave(UUID id, UUID member, @Nullable String ifMatch, Reader by) {
        // Before the team: whoever answers or ends an offer holds its referral first.
        teams.holdOffered(id, member);
        return change(teams.held(id), ifMatch, isAdminOrLead(id, by), _ -> {
            Optional<String> subject = teams.heldMember(id, member);
            if (subject.isEmpty()) {
                return Result.absent();
            }
            if (teams.isCaseManager(id, subject.get())) {
                return Result.refused(
                        NeighbourhoodProblem.MEMBER_IS_CASE_MANAGER,
                        "They hand over those whose care they own before they leave.");
            }
            Instant now = clock.instant();
            teams.withdrawOffers(id, subject.get(), by.person(), now);
            teams.leave(member, now);
            return touched(id, "left", "member " + member);
        });
    }

    @Transactional
    Result<TeamView> lead(UUID id, UUID member, @Nullable String ifMatch, Reader by) {
        return change(teams.held(id), ifMatch, isAdminOrLead(id, by), _ -> {
            if (teams.heldMember(id, member).isEmpty()) {
                return Result.absent();
            }
            teams.lead(id, member);
            return touched(id, "led", "by member " + member);
        });
    }

    @Transactional
    Result<TeamView> declare(UUID id, CapacityRequest request, Reader by) {
        boolean allowed =
                by.isAnyOf(Roles.ICS_ADMIN) || members.current(id, by.subject()).isPresent();
        return change(teams.touched(id), EVERY_VERSION, allowed, team -> {
            Instant now = clock.instant();
            teams.declare(id, request, by.person(), now);
            Result<TeamView> declared = wrote(team, "declared", null);
            chronicle.announce(
                    TEAM,
                    id.toString(),
                    "capacity.declared",
                    new CapacityDeclared(
                            id,
                            team.neighbourhood(),
                            request.perWeek(),
                            request.noReferralsUntil(),
                            LondonTime.dateOf(now)));
            return declared;
        });
    }

    private boolean isAdminOrLead(UUID team, Reader by) {
        return by.isAnyOf(Roles.ICS_ADMIN)
                || members.current(team, by.subject()).filter(Member::lead).isPresent();
    }

    private static Result<TeamView> change(
            Optional<Team> held, @Nullable String ifMatch, boolean allowed, Function<Team, Result<TeamView>> change) {
        if (held.isEmpty()) {
            return Result.absent();
        }
        Team team = held.get();
        if (!allowed) {
            return Result.refused(
                    CommonProblem.FORBIDDEN, "This is for the ICS's administrators and for the team itself.");
        }
        if (!team.works()) {
            return Result.refused(NeighbourhoodProblem.TEAM_DISBANDED, "What is over is not changed.");
        }
        Optional<Problem> refusal = EntityTag.of(team.version()).refusal(ifMatch);
        return refusal.isPresent() ? new Result.Refused<>(refusal.get()) : change.apply(team);
    }

    private Result<TeamView> touched(UUID id, String verb, String reason) {
        return wrote(teams.touched(id).orElseThrow(), verb, reason);
    }

    private Result<TeamView> wrote(Team team, String verb, @Nullable String reason) {
        teams.flush();
        chronicle.wrote(verb, TEAM, team.id(), reason);
        return teams.shown(team.id())
                .<Result<TeamView>>map(done -> done)
                .orElseThrow(() -> new IllegalStateException("what was changed is there"));
    }

    private static Result<TeamView> nameTaken() {
        return Result.refused(NeighbourhoodProblem.TEAM_NAME_TAKEN, "Another team of the ICS works under this name.");
    }
}
