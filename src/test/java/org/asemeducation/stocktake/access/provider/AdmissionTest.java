package org.asemeducation.stocktake.access.provider;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.core.oidc.OidcUserInfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AdmissionTest {

	private static final Map<String, List<String>> REGISTER = Map.of("ann@example.org", List.of("u1"),
			"desk@example.org", List.of("u2", "u3"), "mike@example.org", List.of("u4"));

	@Test
	void twoPeopleWithOneAddressAreNotGuessedBetween() {
		assertThatExceptionOfType(NotAdmitted.class)
			.isThrownBy(() -> admission(false).userOf(new StatedAddress("desk@example.org", true)))
			.withMessageContaining("stands for several people");
	}

	@Test
	void trustedProviderNeedNotSayThatAnAddressIsVerifiedButMayDenyIt() {
		assertThat(admission(true).userOf(new StatedAddress("ann@example.org", null))).isEqualTo("u1");
		assertThatExceptionOfType(NotAdmitted.class)
			.isThrownBy(() -> admission(true).userOf(new StatedAddress("ann@example.org", false)));
		assertThatExceptionOfType(NotAdmitted.class)
			.isThrownBy(() -> admission(false).userOf(new StatedAddress("ann@example.org", null)));
	}

	@Test
	void letterThatOnlyLooksLikeAnotherIsNotTheOther() {
		// given
		StatedAddress kelvin = StatedAddress.of(claims("mi\u212Ae@example.org", true), null);
		StatedAddress latin = StatedAddress.of(claims(" MIKE@Example.org", true), null);

		// then
		assertThat(latin).isEqualTo(new StatedAddress("mike@example.org", true));
		assertThatExceptionOfType(NotAdmitted.class).isThrownBy(() -> admission(true).userOf(kelvin));
	}

	@Test
	void verificationCountsOnlyForTheSameAddress() {
		assertThat(StatedAddress.of(claims("ann@example.org", null), claims("other@example.org", true)))
			.isEqualTo(new StatedAddress("ann@example.org", null));
		assertThat(StatedAddress.of(claims("ann@example.org", null), claims("ann@example.org", "true")))
			.isEqualTo(new StatedAddress("ann@example.org", true));
		assertThat(StatedAddress.of(claims(null, true), claims("ann@example.org", null)))
			.isEqualTo(new StatedAddress("ann@example.org", null));
		assertThat(StatedAddress.of(claims(null, null), null)).isNull();
	}

	private static Admission admission(boolean trustEmails) {
		return new Admission((email) -> REGISTER.getOrDefault(email, List.of()),
				new ProviderSettings("https://id.example.org", "stocktake", "secret", "your account", trustEmails));
	}

	private static OidcUserInfo claims(@Nullable String email, @Nullable Object verified) {
		OidcUserInfo.Builder claims = OidcUserInfo.builder().subject("1");
		if (email != null) {
			claims.email(email);
		}
		if (verified != null) {
			claims.claim("email_verified", verified);
		}
		return claims.build();
	}

}
