package org.asemeducation.stocktake.engine;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach Stocktake from outside: the start of every address that is written
 * into a mail. Set by {@code stocktake.public-url} or {@code STOCKTAKE_PUBLIC_URL}.
 *
 * @param publicUrl absolute, {@code http} or {@code https}
 */
@ConfigurationProperties("stocktake")
public record PublicUrl(@DefaultValue("http://localhost:8080") URI publicUrl) {

	public PublicUrl {
		boolean web = "http".equals(publicUrl.getScheme()) || "https".equals(publicUrl.getScheme());
		if (!web || publicUrl.getHost() == null) {
			throw new IllegalArgumentException(
					"stocktake.public-url is \"%s\": give the whole address that people type, as in https://stocktake.example.org."
						.formatted(publicUrl));
		}
	}

	/**
	 * An address below the public one.
	 * @param path with a leading slash
	 * @return the absolute address
	 */
	public String to(String path) {
		String root = this.publicUrl.toString();
		return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path;
	}

	/**
	 * The host alone, as Message-IDs need it.
	 * @return such as {@code stocktake.example.org}
	 */
	public String host() {
		return this.publicUrl.getHost();
	}

}
