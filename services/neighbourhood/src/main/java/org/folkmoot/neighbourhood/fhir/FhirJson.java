package org.folkmoot.neighbourhood.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;

/** FHIR R4 resources as JSON. What the library knows of FHIR is read once, when the service starts. */
@Startup
@ApplicationScoped
class FhirJson {

    static final String MEDIA_TYPE = "application/fhir+json";

    /** What came of reading. */
    sealed interface Read {

        /** It is a bundle, of which nothing more is known. */
        record Whole(Bundle bundle) implements Read {}

        /** It is none. */
        record Unreadable(Problem problem) implements Read {}
    }

    private final FhirContext fhir = FhirContext.forR4();
    private final JsonFactory json;

    FhirJson(@ConfigProperty(name = "folkmoot.http.max-json-depth", defaultValue = "32") int deepest) {
        json = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(deepest).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        fhir.setParserErrorHandler(new StrictErrorHandler());
        parser().encodeResourceToString(new Bundle());
    }

    String write(IBaseResource resource) {
        return parser().encodeResourceToString(resource);
    }

    /**
     * Reads a bundle, and lets nothing pass that R4 does not know: what a sender means must not be dropped without a word.
     *
     * @throws IOException if it is no JSON, or is nested too deep
     */
    Read bundle(String text) throws IOException {
        // The library would take a name given twice, and a text nested as deep as it likes.
        try (JsonParser tokens = json.createParser(text)) {
            tokens.nextToken();
            tokens.skipChildren();
            if (tokens.nextToken() != null) {
                return unreadable("Text follows after the end of the bundle.");
            }
        }
        try {
            return new Read.Whole(parser().parseResource(Bundle.class, text));
        } catch (RuntimeException e) {
            // Whatever the library throws, it is about this text. Its message quotes values, and is of no use to a log.
            return unreadable("The body is no Bundle of FHIR R4: " + Complaint.of(e) + ".");
        }
    }

    private static Read unreadable(String detail) {
        return new Read.Unreadable(Problem.of(CommonProblem.MALFORMED_REQUEST).withDetail(detail));
    }

    /** Parsers are made for one use. */
    private IParser parser() {
        return fhir.newJsonParser().setOverrideResourceIdWithBundleEntryFullUrl(false);
    }
}
