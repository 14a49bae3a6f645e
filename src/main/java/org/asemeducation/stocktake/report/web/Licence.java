package org.asemeducation.stocktake.report.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under which licence everybody may use what is published. Set by
 * {@code stocktake.licence.name} and {@code stocktake.licence.url}.
 *
 * @param name an SPDX identifier, such as {@code CC-BY-4.0}
 * @param url where its text stands
 */
@ConfigurationProperties("stocktake.licence")
record Licence(@DefaultValue("CC-BY-4.0") String name,
		@DefaultValue("https://creativecommons.org/licenses/by/4.0/") String url) {

	Licence {
		if (name.isBlank() || !url.matches("https?://.+")) {
			throw new IllegalArgumentException(
					"stocktake.licence is \"%s\", \"%s\": give a name and the address of its text.".formatted(name,
							url));
		}
	}

}
