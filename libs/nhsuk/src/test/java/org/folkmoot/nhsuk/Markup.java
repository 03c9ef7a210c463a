package org.folkmoot.nhsuk;

import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Markup as a browser understands it: attributes in no order, white space that is not seen left out. */
final class Markup {

    private Markup() {}

    static String normalised(String html) {
        StringBuilder lines = new StringBuilder();
        for (Node node : Jsoup.parseBodyFragment(html).body().childNodes()) {
            write(node, lines, 0);
        }
        return lines.toString();
    }

    private static void write(Node node, StringBuilder lines, int depth) {
        switch (node) {
            case TextNode text -> {
                String words = text.getWholeText().strip().replaceAll("\\s+", " ");
                if (!words.isEmpty()) {
                    line(lines, depth, words);
                }
            }
            case Element element -> {
                TreeMap<String, String> attributes = new TreeMap<>();
                for (Attribute attribute : element.attributes()) {
                    attributes.put(attribute.getKey(), attribute.getValue());
                }
                line(lines, depth, element.tagName() + attributes);
                element.childNodes().forEach(child -> write(child, lines, depth + 1));
            }
            default -> line(lines, depth, node.outerHtml());
        }
    }

    private static void line(StringBuilder lines, int depth, String content) {
        lines.append("  ".repeat(depth)).append(content).append('\n');
    }
}
