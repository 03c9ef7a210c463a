package org.folkmoot.nhsuk;

import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.Expression;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode.Origin;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All tags of the design system for Qute. Quarkus finds this class by its annotation; an engine of one's own is given it
 * with {@code Engine.builder().addDefaults().addSectionHelper(new NhsukTags())}.
 *
 * <p>A parameter that the tag does not have is an error when the template is parsed, which in Quarkus is when the
 * application is built. A parameter whose value is null counts as not written.
 */
@EngineConfiguration
public final class NhsukTags implements SectionHelperFactory<SectionHelper> {

    private static final Map<String, Component> COMPONENTS =
            Component.all().collect(Collectors.toMap(Component::tag, Function.identity()));
    private static final Map<String, Part> PARTS = Part.all().collect(Collectors.toMap(Part::tag, Function.identity()));

    @Override
    public List<String> getDefaultAliases() {
        return Stream.concat(COMPONENTS.keySet().stream(), PARTS.keySet().stream())
                .sorted()
                .toList();
    }

    @Override
    public ParametersInfo getParameters() {
        return ParametersInfo.builder().checkNumberOfParams(false).build();
    }

    @Override
    public Scope initializeBlock(Scope outerScope, BlockInfo block) {
        if (block.isMainBlock()) {
            block.getParameters().forEach(block::addExpression);
        }
        return outerScope;
    }

    @Override
    public SectionHelper initialize(SectionInitContext context) {
        String tag = context.getName();
        Map<String, Expression> expressions = new LinkedHashMap<>();
        // The shorter name first: of "label" and "label.size" the second adds to the first.
        context.getParameters().keySet().stream()
                .sorted(Comparator.comparingInt(String::length))
                .forEach(name -> expressions.put(
                        pathOf(tag, name)
                                .orElseThrow(() -> TemplateException.builder()
                                        .message("%s has no parameter \"%s\"".formatted(tag, name))
                                        .origin(context.getOrigin())
                                        .build()),
                        context.getExpression(name)));
        return new Tag(tag, expressions, context.getOrigin());
    }

    private static Optional<String> pathOf(String tag, String parameter) {
        Component component = COMPONENTS.get(tag);
        if (component != null) {
            return component.pathOf(parameter);
        }
        Part part = PARTS.get(tag);
        return part == null ? Optional.empty() : part.pathOf(parameter);
    }

    /**
     * One tag of a template.
     *
     * @param expressions by the path among the options, in the order in which they are put there
     */
    private record Tag(String name, Map<String, Expression> expressions, Origin origin) implements SectionHelper {

        @Override
        public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
            return context.evaluate(expressions)
                    .thenCombine(context.execute(), (values, body) -> new Drawn(this, options(values), body));
        }

        private Options options(Map<String, Object> values) {
            Options options = Options.NONE;
            for (String path : expressions.keySet()) {
                options = options.withPath(path, values.get(path));
            }
            return options;
        }

        private TemplateException error(String message) {
            return TemplateException.builder().message(message).origin(origin).build();
        }
    }

    /** A tag whose parameters have been evaluated. Its text is made when the page is written, from the inside out. */
    private static final class Drawn extends ResultNode {

        private final Tag tag;
        private final Options options;
        private final ResultNode body;

        Drawn(Tag tag, Options options, ResultNode body) {
            this.tag = tag;
            this.options = options;
            this.body = body;
        }

        @Override
        public void process(Consumer<String> page) {
            Component component = COMPONENTS.get(tag.name());
            if (component != null) {
                page.accept(component.draw(complete(component.inside())).markup());
            } else if (page instanceof Gathering gathering) {
                gathering.add(this);
            } else {
                throw tag.error("%s stands outside of any tag that it could be a part of".formatted(tag.name()));
            }
        }

        /** The options together with what stands inside of the tag. */
        private Options complete(Inside inside) {
            Gathering gathering = new Gathering(this, inside);
            body.process(gathering);
            return gathering.options();
        }
    }

    /** What stands inside of one tag: markup, and tags that are parts of it. */
    private static final class Gathering implements Consumer<String> {

        private final Drawn outer;
        private final Inside inside;
        private final StringBuilder markup = new StringBuilder();
        private Options options;

        Gathering(Drawn outer, Inside inside) {
            this.outer = outer;
            this.inside = inside;
            this.options = outer.options;
        }

        @Override
        public void accept(String text) {
            markup.append(text);
        }

        void add(Drawn part) {
            Inside.Place place = inside.placeOf(part.tag.name())
                    .orElseThrow(
                            () -> part.tag.error("%s is no part of %s".formatted(part.tag.name(), outer.tag.name())));
            Options complete = part.complete(place.inside());
            options = place.isMany()
                    ? options.withItem(place.path(), complete)
                    : options.withPath(place.path(), complete.orElse(options.at(place.path())));
        }

        Options options() {
            String text = markup.toString().strip();
            if (text.isEmpty()) {
                return options;
            }
            String path = inside.body();
            if (path == null) {
                throw outer.tag.error("%s takes no text of its own".formatted(outer.tag.name()));
            }
            return options.withPath(path, new RawString(text));
        }
    }
}
