package org.folkmoot.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Adds the address of the next page (RFC 8288) to every answer that is a {@link Page}. */
@Provider
class PageLinks implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String next = response.getEntity() instanceof Page<?> page ? page.next() : null;
        if (next != null) {
            URI here = request.getUriInfo().getRequestUri();
            // Without scheme and host: those are the caller's own business, and the header Host is not to be believed.
            URI there = UriBuilder.fromPath(here.getRawPath())
                    .replaceQuery(here.getRawQuery())
                    .replaceQueryParam("cursor", next)
                    .build();
            response.getHeaders().add(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(there));
        }
    }
}
