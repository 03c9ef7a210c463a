package org.folkmoot.registry.capability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.registry.body.Organisations;
import org.jspecify.annotations.Nullable;

/** Something is shared, or is so no longer. */
@ApplicationScoped
class ChangeCapability {

    private static final String KIND = "shared-capability";

    private final SharedCapabilities capabilities;
    private final Organisations organisations;
    private final Chronicle chronicle;

    ChangeCapability(SharedCapabilities capabilities, Organisations organisations, Chronicle chronicle) {
        this.capabilities = capabilities;
        this.organisations = organisations;
        this.chronicle = chronicle;
    }

    @Transactional
    Result<CapabilityView> share(CapabilityRequest request) {
        Optional<Problem> refusal = request.objection();
        for (int i = 0; i < request.practices().size() && refusal.isEmpty(); i++) {
            String pointer = "#/practices/" + i;
            refusal = organisations
                    .notAPractice(request.practices().get(i).code(), request.from())
                    .map(problem -> problem.withError(pointer, "must be a practice of this ICS"));
        }
        Lease lease = request.lease();
        refusal = refusal.or(() -> unknown(request.provider(), "#/provider"))
                .or(() -> unknown(lease == null ? null : lease.holder(), "#/lease/holder"));
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        UUID id = Uuid7.next();
        capabilities.add(id, request);
        chronicle.wrote("shared", KIND, id, null);
        return capabilities.find(id).orElseThrow();
    }

    @Transactional
    Result<CapabilityView> end(UUID id, @Nullable String ifMatch, EndingRequest ending) {
        Optional<Result.Done<CapabilityView>> seen = capabilities.find(id);
        if (seen.isEmpty()) {
            return Result.absent();
        }
        CapabilityView capability = seen.get().view();
        long version = seen.get().version();
        Optional<Problem> refusal = EntityTag.of(version).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (capability.until() != null) {
            return Result.refused(RegistryProblem.CAPABILITY_ENDED, "Its last day was " + capability.until() + ".");
        }
        if (ending.until().isBefore(capability.from())) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/until", "must not be before the first day, " + capability.from()));
        }
        if (!capabilities.end(id, version, ending)) {
            return Result.refused(CommonProblem.PRECONDITION_FAILED, "Somebody else ended it at the same moment.");
        }
        chronicle.wrote("ended", KIND, id, ending.reason().strip());
        return capabilities.find(id).orElseThrow();
    }

    private Optional<Problem> unknown(@Nullable String organisation, String pointer) {
        return organisation == null || organisations.find(organisation).isPresent()
                ? Optional.empty()
                : Optional.of(Organisations.unknown(organisation).withError(pointer, "must be an organisation"));
    }
}
