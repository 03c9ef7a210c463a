package org.folkmoot.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.resteasy.reactive.jackson.runtime.serialisers.ServerJacksonMessageBodyReader;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Reads bodies of requests, and takes nothing for granted: what a caller wrote and we would drop or bend without a
 * word (a property with a typing mistake, a property given twice, a fraction where a whole number belongs, text after
 * the end) is an error that the caller hears of.
 *
 * <p>Only for requests to a service. What another server answers is read by whoever asked it, and what arrives as an
 * event with the service's own mapper, which ignores what it does not know: a publisher may add a field. Public because
 * the platform makes it.
 */
@Provider
@Singleton
@ConstrainedTo(RuntimeType.SERVER)
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class StrictJsonReader extends ServerJacksonMessageBodyReader {

    /** No number in this domain has more digits; converting long ones costs more than linear time. */
    private static final int LONGEST_NUMBER = 64;

    private final ObjectReader reader;

    @Inject
    StrictJsonReader(Instance<ObjectMapper> mapper, HttpSettings settings) {
        super(mapper);
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(settings.maxJsonDepth())
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(Math.toIntExact(
                                Math.min(Integer.MAX_VALUE, settings.maxBody().asLongValue())))
                        .build())
                .build();
        this.reader = mapper.get()
                .copyWith(factory)
                .reader()
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    @Override
    protected ObjectReader getEffectiveReader() {
        return reader;
    }
}
