package org.asemeducation.stocktake.access.provider;

import java.net.URI;

import org.asemeducation.stocktake.engine.SettingException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The organisation's provider. Without an issuer there is none.
 *
 * @param issuer exactly as the provider calls itself; {@code https}, but for this machine
 * @param client the id under which Stocktake is registered there
 * @param secret what the provider gave for it
 * @param label how people call the account, as in "Sign in with …"
 * @param trustEmails whether an address counts though the provider does not say that it
 * was verified
 */
@ConfigurationProperties("stocktake.oidc")
public record ProviderSettings(@DefaultValue("") String issuer, @DefaultValue("") String client,
		@DefaultValue("") String secret, @DefaultValue("your organisation’s account") String label,
		@DefaultValue("false") boolean trustEmails) {

	public ProviderSettings {
		issuer = issuer.strip();
		if (!issuer.isEmpty()) {
			if (!isWebAddress(issuer)) {
				throw new SettingException(("STOCKTAKE_OIDC_ISSUER is \"%s\": give the provider's address as it calls"
						+ " itself, beginning with https://, and start again.")
					.formatted(issuer));
			}
			require("STOCKTAKE_OIDC_CLIENT", client);
			require("STOCKTAKE_OIDC_SECRET", secret);
		}
	}

	/**
	 * Whether people can sign in with it.
	 */
	public boolean isConfigured() {
		return !this.issuer.isEmpty();
	}

	private static void require(String setting, String value) {
		if (value.isBlank()) {
			throw new SettingException(
					"STOCKTAKE_OIDC_ISSUER is set, but %s is not: set it to what the provider shows, and start again."
						.formatted(setting));
		}
	}

	private static boolean isWebAddress(String text) {
		URI address = parse(text);
		if (address == null || address.getHost() == null) {
			return false;
		}
		return "https".equals(address.getScheme())
				|| ("http".equals(address.getScheme()) && "localhost".equals(address.getHost()));
	}

	private static @Nullable URI parse(String text) {
		try {
			return URI.create(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	@Override
	public String toString() {
		return "ProviderSettings[issuer=%s, client=%s]".formatted(this.issuer, this.client);
	}

}
