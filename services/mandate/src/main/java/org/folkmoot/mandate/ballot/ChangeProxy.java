package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.electorate.Practices;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.DatabaseClock;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/** Proxies are given, and revoked until they are used. */
@ApplicationScoped
class ChangeProxy {

    private final EntityManager database;
    private final Ballots ballots;
    private final Electors electors;
    private final Groups groups;
    private final Practices practices;
    private final Chronicle chronicle;
    private final DatabaseClock time;
    private final Caller caller;

    ChangeProxy(
            EntityManager database,
            Ballots ballots,
            Electors electors,
            Groups groups,
            Practices practices,
            Chronicle chronicle,
            DatabaseClock time,
            Caller caller) {
        this.database = database;
        this.ballots = ballots;
        this.electors = electors;
        this.groups = groups;
        this.practices = practices;
        this.chronicle = chronicle;
        this.time = time;
        this.caller = caller;
    }

    @Transactional
    Result<ProxyView> give(UUID group, ProxyRequest request) {
        Instant now = time.now();
        if (groups.onDay(group, LondonTime.dateOf(now)).isEmpty()) {
            return Result.absent();
        }
        if (!speaksFor(request.giver())) {
            return Result.refused(CommonProblem.FORBIDDEN, "A voter's own people give its proxy.");
        }
        if (request.giver().equals(request.receiver()) || request.until().isBefore(request.from())) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/receiver", "must be another voter, and the days in order"));
        }
        UUID ballot = request.ballot();
        if (ballot != null) {
            Optional<Ballot> named = ballots.findByIdOptional(ballot)
                    .filter(found -> found.groupId().equals(group));
            boolean usable = named.map(found -> found.state(now))
                    .filter(state -> state instanceof BallotState.Scheduled || state instanceof BallotState.Open)
                    .isPresent();
            if (!usable) {
                return Result.refused(
                        MandateProblem.BALLOT_NOT_IN_STATE,
                        "A proxy is given for a ballot of this group that has not closed.");
            }
            boolean frozen = named.orElseThrow().openedAt() != null;
            if (frozen
                    && (electors.one(ballot, request.giver().code()).isEmpty()
                            || electors.one(ballot, request.receiver().code()).isEmpty())) {
                return Result.refused(MandateProblem.NOT_AN_ELECTOR, "Both are voters of the same electorate.");
            }
        }
        var proxy = new Proxy(Uuid7.next(), group, request, caller.subject(), now);
        database.persist(proxy);
        database.flush();
        chronicle.wrote("given", "proxy", proxy.id(), proxy.giver() + " to " + proxy.receiver());
        return new Result.Done<>(proxy.view(), proxy.version());
    }

    @Transactional
    Result<ProxyView> revoke(UUID id, @Nullable String ifMatch) {
        // Held first: who is voting by it now has used it by the time that we ask.
        Proxy proxy = database.find(Proxy.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (proxy == null || !visible(proxy)) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(proxy.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (!speaksFor(OdsCode.of(proxy.giver()))) {
            return Result.refused(CommonProblem.FORBIDDEN, "A voter's own people revoke its proxy.");
        }
        if (proxy.isRevoked()) {
            return Result.refused(MandateProblem.NO_PROXY, "It was revoked before.");
        }
        if (proxy.ballotId() != null && isUsed(id)) {
            return Result.refused(MandateProblem.PROXY_USED, "A vote was cast by it.");
        }
        proxy.revoke(caller.subject(), time.now());
        database.flush();
        chronicle.wrote("revoked", "proxy", id, null);
        return new Result.Done<>(proxy.view(), proxy.version());
    }

    /** Those given by or to the caller's organisations; the secretary sees all of the group. */
    @Transactional
    List<ProxyView> list(UUID group) {
        groups.require(group);
        return database
                .createQuery("from Proxy where groupId = :group order by id", Proxy.class)
                .setParameter("group", group)
                .getResultList()
                .stream()
                .filter(this::visible)
                .map(Proxy::view)
                .toList();
    }

    @Transactional
    Optional<Result.Done<ProxyView>> one(UUID id) {
        return Optional.ofNullable(database.find(Proxy.class, id))
                .filter(this::visible)
                .map(proxy -> new Result.Done<>(proxy.view(), proxy.version()));
    }

    private boolean visible(Proxy proxy) {
        return caller.roles().contains(Roles.GROUP_SECRETARY)
                || caller.speaksFor(OdsCode.of(proxy.giver()))
                || caller.speaksFor(OdsCode.of(proxy.receiver()));
    }

    /** A voter speaks for practices and a director for networks, as when they vote, whatever else is in their token. */
    private boolean speaksFor(OdsCode code) {
        return caller.speaksFor(code)
                && ((caller.roles().contains(Roles.PRACTICE_VOTER) && practices.isPractice(code))
                        || (caller.roles().contains(Roles.PCN_CLINICAL_DIRECTOR) && practices.isNetwork(code)));
    }

    private boolean isUsed(UUID proxy) {
        return !database.createNativeQuery(
                        "select 1 from proxy_use where tenant_id = folkmoot.current_tenant() and proxy_id = ?1",
                        Integer.class)
                .setParameter(1, proxy)
                .getResultList()
                .isEmpty();
    }
}
