package org.folkmoot.neighbourhood.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.http.Cursor;
import org.folkmoot.neighbourhood.access.Reader;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** The resources of one type, each as the service's own view of the thing says it. All is read in the caller's transaction. */
interface Shelf {

    /** FHIR's name of the type. */
    String type();

    /** By what they are searched. */
    Set<SearchParameter> parameters();

    /** The resource with that id, if it is there for the reader. */
    Optional<? extends Resource> one(String id, Reader reader);

    /** Those that match, of the ones that are there for the reader. */
    Found search(Criteria criteria, Reader reader);

    /**
     * A page of resources.
     *
     * @param next where the next page begins, or null if this is the last
     */
    record Found(
            List<? extends Resource> resources, @Nullable Cursor next) {

        public Found {
            resources = List.copyOf(resources);
        }
    }
}
