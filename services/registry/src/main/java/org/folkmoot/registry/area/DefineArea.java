package org.folkmoot.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.body.Organisations;
import org.folkmoot.registry.directory.IcsPractice;
import org.folkmoot.registry.directory.IcsPractices;
import org.folkmoot.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/** Areas are defined, and defined anew. */
@ApplicationScoped
class DefineArea {

    private final Areas areas;
    private final Organisations organisations;
    private final IcsPractices practices;
    private final Chronicle chronicle;
    private final TellPlaceStates places;
    private final Caller caller;
    private final Clock clock;

    DefineArea(
            Areas areas,
            Organisations organisations,
            IcsPractices practices,
            Chronicle chronicle,
            TellPlaceStates places,
            Caller caller,
            Clock clock) {
        this.areas = areas;
        this.organisations = organisations;
        this.practices = practices;
        this.chronicle = chronicle;
        this.places = places;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Result<AreaDefinition> define(AreaRequest request) {
        Optional<Problem> refusal = objection(request);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        var area = new Area(Uuid7.next(), kind(request));
        areas.persist(area);
        return add(area, request);
    }

    @Transactional
    Result<AreaDefinition> redefine(UUID id, @Nullable String ifMatch, AreaRequest request) {
        Optional<Area> found = areas.find(kind(request), id);
        if (found.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal =
                EntityTag.of(found.get().version()).refusal(ifMatch).or(() -> objection(request));
        return refusal.<Result<AreaDefinition>>map(Result.Refused::new).orElseGet(() -> add(found.get(), request));
    }

    private Result<AreaDefinition> add(Area area, AreaRequest request) {
        var definition = new AreaDefinition(Uuid7.next(), area.id(), area.next(), request, caller, now(area));
        areas.flush();
        areas.add(definition);
        areas.flush();
        String kind = kind(request);
        chronicle.wrote("defined", kind, area.id(), definition.name());
        if (kind.equals(Area.NEIGHBOURHOOD)) {
            String id = area.id().toString();
            chronicle.announce(kind, id, "defined", definition.defined());
            chronicle.announce(kind + "-state", id, "recorded", definition.state());
        } else {
            places.tell(area.id());
        }
        return new Result.Done<>(definition, area.version());
    }

    /** Later than the definition before, so that of two states the newer has the higher version. */
    private Instant now(Area area) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return areas.definitions(area.id()).stream()
                .findFirst()
                .map(before -> before.recordedAt().plusMillis(1))
                .filter(now::isBefore)
                .orElse(now);
    }

    private static String kind(AreaRequest request) {
        return switch (request) {
            case PlaceRequest ignored -> Area.PLACE;
            case NeighbourhoodRequest ignored -> Area.NEIGHBOURHOOD;
        };
    }

    private Optional<Problem> objection(AreaRequest request) {
        if (request instanceof NeighbourhoodRequest neighbourhood) {
            UUID place = neighbourhood.place();
            if (place != null && areas.find(Area.PLACE, place).isEmpty()) {
                return Optional.of(Problem.of(CommonProblem.INVALID_REQUEST)
                        .withError("#/place", "must be the id of a place of this ICS"));
            }
        }
        List<IcsPractice> ours = practices.on(LondonTime.today(clock));
        Set<@Nullable String> known = new HashSet<>();
        for (IcsPractice practice : ours) {
            known.add(practice.code());
            known.add(practice.pcn());
            if (request instanceof PlaceRequest) {
                known.add(practice.subIcb());
            }
        }
        return request.codes().stream()
                .filter(code -> !known.contains(code))
                .findFirst()
                .flatMap(this::stranger);
    }

    /** A code that is none of our open practices, networks and sub-ICB locations can only be one of our former practices. */
    private Optional<Problem> stranger(String code) {
        Optional<Organisation> found = organisations.find(code).filter(other -> !other.isPractice());
        return found.isPresent()
                ? found.map(other -> Problem.of(RegistryProblem.ORGANISATION_UNKNOWN)
                        .withDetail(
                                other.name() + " (" + code + ") has no practice of this ICS, or cannot be a member."))
                : organisations.notAPractice(code);
    }
}
