package org.folkmoot.portal.bulletin;

import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.Bulletins.Bulletin;

/**
 * Whether a draft shall be published.
 *
 * @param audience to whom it goes
 * @param tag the version that the person looks at
 */
public record PublishView(Bulletin bulletin, String audience, String tag, FormErrors errors) {}
