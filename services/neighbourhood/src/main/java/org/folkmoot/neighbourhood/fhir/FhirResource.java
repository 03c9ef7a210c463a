package org.folkmoot.neighbourhood.fhir;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Resources of each type, read and searched. What they can do is said by the {@linkplain MetadataResource capability statement},
 * which is FHIR's own description of an interface.
 */
@Path(OperationOutcomes.ROOT + "/{type}")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces({FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
class FhirResource {

    private final Map<String, Shelf> shelves;
    private final FhirJson fhir;
    private final FhirAddress address;
    private final Caller caller;

    FhirResource(@All List<Shelf> shelves, FhirJson fhir, FhirAddress address, Caller caller) {
        this.shelves = shelves.stream().collect(Collectors.toUnmodifiableMap(Shelf::type, Function.identity()));
        this.fhir = fhir;
        this.address = address;
        this.caller = caller;
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(hidden = true)
    public Response read(@RestPath String type, @RestPath String id) {
        return shelf(type)
                .one(id, Reader.of(caller))
                .map(this::answer)
                .orElseGet(() -> Problem.of(CommonProblem.NOT_FOUND).toResponse());
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public Response search(@RestPath String type, @Context UriInfo uri) {
        return search(shelf(type), uri.getQueryParameters(), true);
    }

    @POST
    @Path("_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @Operation(hidden = true)
    public Response searchByPost(
            @RestPath String type, @Context UriInfo uri, MultivaluedMap<String, String> parameters) {
        Shelf shelf = shelf(type);
        if (!uri.getQueryParameters().isEmpty()) {
            Criteria.of(uri.getQueryParameters(), true, shelf.parameters());
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withDetail("The parameters of a POST to _search all stand in its body.")
                    .with(OperationOutcomes.ISSUE, IssueType.INVALID.toCode()));
        }
        return search(shelf, parameters, false);
    }

    private Response search(Shelf shelf, MultivaluedMap<String, String> parameters, boolean inAddress) {
        Criteria criteria = Criteria.of(parameters, inAddress, shelf.parameters());
        return answer(new SearchSet(shelf.type(), criteria, address).of(shelf.search(criteria, Reader.of(caller))));
    }

    private Shelf shelf(String type) {
        Shelf shelf = shelves.get(type);
        if (shelf == null) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND)
                    .withDetail("No resources of this type are given here. Those that are stand in "
                            + OperationOutcomes.ROOT + "/metadata.")
                    .with(OperationOutcomes.ISSUE, IssueType.NOTSUPPORTED.toCode()));
        }
        return shelf;
    }

    /** What a patient's data are in must not stay in a cache on the way. */
    private Response answer(Resource resource) {
        Response.ResponseBuilder answer = Response.ok(fhir.write(resource))
                .type(FhirJson.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (resource.getMeta().hasVersionId()) {
            answer.header(HttpHeaders.ETAG, "W/\"" + resource.getMeta().getVersionId() + "\"");
        }
        return answer.build();
    }
}
