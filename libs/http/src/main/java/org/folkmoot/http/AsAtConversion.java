package org.folkmoot.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Lets resources take {@link AsAt} as a parameter; it needs the clock, which a static factory would not have. */
@Provider
class AsAtConversion implements ParamConverterProvider {

    private final Clock clock;

    AsAtConversion(Clock clock) {
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("unchecked") // The class was compared just before; the interface cannot say so.
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return type == AsAt.class ? (ParamConverter<T>) new Conversion(clock) : null;
    }

    private record Conversion(Clock clock) implements ParamConverter<AsAt> {

        @Override
        public AsAt fromString(String text) {
            return AsAt.parse(text, clock);
        }

        @Override
        public String toString(AsAt value) {
            return value.date().toString();
        }
    }
}
