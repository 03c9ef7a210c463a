package org.folkmoot.neighbourhood.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Under which address other systems know what is given here. The header {@code Host} is not asked: anybody may write it. */
@ApplicationScoped
class FhirAddress {

    private final String root;

    FhirAddress(
            @ConfigProperty(name = "folkmoot.neighbourhood.fhir-url", defaultValue = "http://localhost:8084/fhir")
                    String root) {
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }

    String root() {
        return root;
    }

    String of(String path) {
        return root + "/" + path;
    }
}
