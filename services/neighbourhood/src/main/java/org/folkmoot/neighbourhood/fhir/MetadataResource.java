package org.folkmoot.neighbourhood.fhir;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What this service can do, for a machine that wants to know before it signs in. */
@Path(OperationOutcomes.ROOT + "/metadata")
@PermitAll
class MetadataResource {

    private final String statement;

    MetadataResource(Capabilities capabilities, FhirJson fhir) {
        statement = fhir.write(capabilities.statement());
    }

    @GET
    @Produces({FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(hidden = true)
    public String metadata() {
        return statement;
    }
}
