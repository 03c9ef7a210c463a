/**
 * The web portal: one signed-in place over all services.
 *
 * <p>Pages are made on the server and work without JavaScript. The portal holds no business rule and nothing of an ICS's
 * data: each page asks the services, with the token of the person who reads it. What it keeps is who is signed in.
 *
 * <p>{@code session} knows the person, {@code service} the services, {@code frame} what all pages share; each other
 * package is one group of pages, with its resource, the records that its templates show, and the templates in the folder
 * of the same name.
 */
@NullMarked
package org.folkmoot.portal;

import org.jspecify.annotations.NullMarked;
