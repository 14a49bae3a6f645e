package org.asemeducation.stocktake.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.asemeducation.stocktake.engine.SettingException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a machine says that watches.
 *
 * @param token sent as {@code Authorization: Bearer}; empty when no machine may watch
 */
@ConfigurationProperties("stocktake.watch")
record WatchSettings(@DefaultValue("") String token) {

	private static final int SHORTEST = 32;

	WatchSettings {
		if (!token.isEmpty() && (token.length() < SHORTEST || token.chars().anyMatch(Character::isWhitespace))) {
			throw new SettingException(
					"STOCKTAKE_WATCH_TOKEN can be guessed: set it to at least %d random characters without spaces, or remove it."
						.formatted(SHORTEST));
		}
	}

	boolean isSaidBy(String authorization) {
		return !this.token.isEmpty() && MessageDigest.isEqual(bytes("Bearer " + this.token), bytes(authorization));
	}

	private static byte[] bytes(String words) {
		return words.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "WatchSettings[token=" + (this.token.isEmpty() ? "none" : "set") + "]";
	}

}
