/**
 * The services, as the portal asks them: by HTTP, in the name of the person who looks at a page.
 *
 * <p>Every answer is a {@link org.folkmoot.portal.service.Reply}: what was asked for, a refusal in the service's own words,
 * or silence. Each client reads only the members that pages show, so a service may add more.
 */
@NullMarked
package org.folkmoot.portal.service;

import org.jspecify.annotations.NullMarked;
