package org.folkmoot.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Bean Validation's findings about the parameters of a resource method, told with the caller's names for them. */
final class Violations {

    private Violations() {}

    static Problem problem(ConstraintViolationException refused) {
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST);
        List<FieldError> errors = refused.getConstraintViolations().stream()
                .map(violation -> new FieldError(pointer(violation), violation.getMessage()))
                // A set has no order of its own, and the same request should get the same answer.
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
        for (FieldError error : errors) {
            problem = problem.withError(error.pointer(), error.detail());
        }
        return problem.withDetail(
                errors.size() == 1
                        ? "One value is not allowed; see errors."
                        : errors.size() + " values are not allowed; see errors.");
    }

    /** A method that breaks its own promise about its result is our fault, not the caller's. */
    static boolean areOurs(ConstraintViolationException refused) {
        return refused.getConstraintViolations().stream()
                .flatMap(violation -> nodes(violation).stream())
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    private static String pointer(ConstraintViolation<?> violation) {
        Deque<Path.Node> path = nodes(violation);
        Path.Node method = path.pollFirst();
        Path.Node parameter = path.pollFirst();
        if (method == null
                || parameter == null
                || method.getKind() != ElementKind.METHOD
                || parameter.getKind() != ElementKind.PARAMETER) {
            return Pointers.WHOLE;
        }
        Optional<Parameter> declared = declared(violation.getRootBeanClass(), method.as(Path.MethodNode.class))
                .map(found -> found.getParameters()[
                        parameter.as(Path.ParameterNode.class).getParameterIndex()]);
        Optional<String> outside = declared.flatMap(found -> outsideBody(found, parameter.getName()));
        if (outside.isPresent()) {
            return outside.get();
        }
        if (declared.isPresent() && !path.isEmpty()) {
            Optional<String> member = bundled(declared.get(), path.getFirst().getName());
            if (member.isPresent()) {
                return member.get();
            }
        }
        return inBody(path);
    }

    private static String inBody(Deque<Path.Node> path) {
        var pointer = new StringBuilder(Pointers.WHOLE);
        for (Path.Node node : path) {
            // An element says by which index or key its container holds it; its own name comes after that.
            if (node.isInIterable() && node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.isInIterable() && node.getKey() != null) {
                pointer.append(Pointers.step(node.getKey().toString()));
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                pointer.append(Pointers.step(node.getName()));
            }
        }
        return pointer.toString();
    }

    /** Parameters gathered in an object ({@code @BeanParam}, or any class whose fields are marked as parameters). */
    private static Optional<String> bundled(Parameter parameter, String member) {
        for (Class<?> type = parameter.getType(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(member)) {
                    return outsideBody(field, member)
                            .or(() -> parameter.isAnnotationPresent(BeanParam.class)
                                    ? Optional.of(Pointers.parameter("query", member))
                                    : Optional.empty());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> outsideBody(AnnotatedElement element, String javaName) {
        for (var annotation : element.getAnnotations()) {
            Optional<String> found = switch (annotation) {
                case QueryParam query -> Optional.of(Pointers.parameter("query", query.value()));
                case RestQuery query -> Optional.of(Pointers.parameter("query", or(query.value(), javaName)));
                case PathParam path -> Optional.of(Pointers.parameter("path", path.value()));
                case RestPath path -> Optional.of(Pointers.parameter("path", or(path.value(), javaName)));
                case HeaderParam header -> Optional.of(Pointers.parameter("header", header.value()));
                case RestHeader header -> Optional.of(Pointers.parameter("header", or(header.value(), javaName)));
                case CookieParam cookie -> Optional.of(Pointers.parameter("cookie", cookie.value()));
                case RestCookie cookie -> Optional.of(Pointers.parameter("cookie", or(cookie.value(), javaName)));
                default -> Optional.empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The name under which the query carries this parameter, if the query does. */
    static Optional<String> queryName(Parameter parameter) {
        return Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
                .map(QueryParam::value)
                .or(() -> Optional.ofNullable(parameter.getAnnotation(RestQuery.class))
                        .map(query -> or(query.value(), parameter.getName())));
    }

    private static String or(String given, String javaName) {
        return given.isEmpty() ? javaName : given;
    }

    private static Optional<Method> declared(Class<?> resource, Path.MethodNode node) {
        Class<?>[] types = node.getParameterTypes().toArray(Class<?>[]::new);
        // The bean may be a generated subclass, which repeats the method without the annotations.
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            Optional<Method> found = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> !method.isSynthetic() && method.getName().equals(node.getName()))
                    .filter(method -> Arrays.equals(method.getParameterTypes(), types))
                    .findFirst();
            if (found.isPresent() && !type.getSimpleName().endsWith("_Subclass")) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Deque<Path.Node> nodes(ConstraintViolation<?> violation) {
        var nodes = new ArrayList<Path.Node>();
        violation.getPropertyPath().forEach(nodes::add);
        return new ArrayDeque<>(nodes);
    }
}
