/** What can be said about FHIR without a server: what is read, what is refused, and how refusals look. */
@NullMarked
package org.folkmoot.neighbourhood.fhir;

import org.jspecify.annotations.NullMarked;
