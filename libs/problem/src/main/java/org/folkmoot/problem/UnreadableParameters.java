package org.folkmoot.problem;

import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the query parameter that could not be converted.
 *
 * <p>JAX-RS (section 3.2) answers 404 to {@code ?limit=many}, as if the address did not exist, and does not say which
 * parameter it was. A caller deserves better: so the values are tried once more, in the ways in which the platform
 * converts them, and the ones that fail are named.
 */
final class UnreadableParameters {

    private static final List<String> FACTORIES = List.of("fromString", "valueOf", "parse", "of");

    private UnreadableParameters() {}

    /** The query parameters of this method whose values cannot be converted; empty if it was something else. */
    static List<FieldError> inQuery(
            Class<?> resource, String method, Class<?>[] types, MultivaluedMap<String, String> query) {
        var errors = new ArrayList<FieldError>();
        declared(resource, method, types).ifPresent(found -> {
            for (Parameter parameter : found.getParameters()) {
                Violations.queryName(parameter).ifPresent(name -> {
                    Class<?> type = elementType(parameter);
                    boolean readable = Stream.ofNullable(query.get(name))
                            .flatMap(List::stream)
                            .allMatch(value -> converts(type, value));
                    if (!readable) {
                        errors.add(new FieldError(
                                Pointers.parameter("query", name), "must be " + JsonTypes.name(boxed(type))));
                    }
                });
            }
        });
        return errors;
    }

    private static Optional<Method> declared(Class<?> resource, String name, Class<?>[] types) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> method.getName().equals(name) && Arrays.equals(method.getParameterTypes(), types))
                .findFirst();
    }

    /** The type of one value: of a list's or optional's element, or of the parameter itself. */
    private static Class<?> elementType(Parameter parameter) {
        Type type = parameter.getParameterizedType();
        if (type instanceof ParameterizedType generic && generic.getActualTypeArguments()[0] instanceof Class<?> one) {
            return one;
        }
        return parameter.getType();
    }

    private static boolean converts(Class<?> type, String value) {
        Class<?> target = boxed(type);
        if (target == String.class) {
            return true;
        }
        List<Method> ways = ways(target);
        return ways.isEmpty() || ways.stream().anyMatch(way -> succeeds(way, value));
    }

    private static List<Method> ways(Class<?> target) {
        var ways = new ArrayList<Method>();
        for (Method method : target.getMethods()) {
            if (Modifier.isStatic(method.getModifiers())
                    && FACTORIES.contains(method.getName())
                    && method.getReturnType() == target
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0].isAssignableFrom(String.class)) {
                ways.add(method);
            }
        }
        return ways;
    }

    private static boolean succeeds(Method way, String value) {
        try {
            way.invoke(null, value);
            return true;
        } catch (InvocationTargetException refused) {
            return false;
        } catch (IllegalAccessException unusable) {
            return true;
        }
    }

    private static Class<?> boxed(Class<?> type) {
        if (!type.isPrimitive()) {
            return type;
        }
        return MethodType.methodType(type).wrap().returnType();
    }
}
