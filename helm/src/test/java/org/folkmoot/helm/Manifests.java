package org.folkmoot.helm;

import java.util.List;
import java.util.stream.Stream;

/** What a rendering makes. */
record Manifests(List<Manifest> all) {

    Stream<Manifest> of(String kind) {
        return all.stream().filter(each -> each.kind().equals(kind));
    }

    Manifest the(String kind, String name) {
        return of(kind).filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " among " + all));
    }

    Stream<Manifest> withPods() {
        return all.stream().filter(Manifest::hasPods);
    }
}
