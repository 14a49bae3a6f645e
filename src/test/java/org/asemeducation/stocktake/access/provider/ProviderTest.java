package org.asemeducation.stocktake.access.provider;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.engine.SettingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.web.client.RestTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;

class ProviderTest {

	private static final Instant MORNING = Instant.parse("2026-12-01T09:00:00Z");

	private final MockIssuer issuer = MockIssuer.running();

	private final Clock clock = Mockito.mock(Clock.class);

	@AfterEach
	void issuerIsThere() {
		this.issuer.away(false);
	}

	@Test
	void providerThatIsAwayIsLeftInPeaceForTenSecondsAndThenAskedAgain() {
		// given
		given(this.clock.instant()).willReturn(MORNING);
		Provider provider = provider(this.issuer.address());
		this.issuer.away(true);
		assertThatExceptionOfType(ProviderAway.class).isThrownBy(provider::registration);
		this.issuer.away(false);

		// then
		assertThatExceptionOfType(ProviderAway.class).isThrownBy(provider::registration)
			.withMessageContaining("some seconds ago");
		given(this.clock.instant()).willReturn(MORNING.plus(Duration.ofSeconds(11)));
		assertThat(provider.registration().getClientId()).isEqualTo("stocktake");
	}

	@Test
	void providerThatCallsItselfOtherwiseIsNotTaken() {
		// given
		given(this.clock.instant()).willReturn(MORNING);

		// then
		assertThatExceptionOfType(ProviderAway.class).isThrownBy(provider(this.issuer.address() + "/")::registration)
			.havingCause()
			.withMessageContaining("STOCKTAKE_OIDC_ISSUER must be exactly that");
	}

	@ParameterizedTest
	@CsvSource({ "http://id.example.org,c,s,STOCKTAKE_OIDC_ISSUER is", "no address,c,s,STOCKTAKE_OIDC_ISSUER is",
			"https://id.example.org,'',s,STOCKTAKE_OIDC_CLIENT is not",
			"https://id.example.org,c,' ',STOCKTAKE_OIDC_SECRET is not" })
	void settingThatIsWrongIsNamed(String issuer, String client, String secret, String message) {
		assertThatExceptionOfType(SettingException.class)
			.isThrownBy(() -> new ProviderSettings(issuer, client, secret, "your account", false))
			.withMessageContaining(message);
	}

	@Test
	void blankIssuerIsNoneAndTheSecretIsNotPrinted() {
		assertThat(new ProviderSettings(" ", "", "", "your account", false).isConfigured()).isFalse();
		assertThat(new ProviderSettings("https://id.example.org", "c", "hush", "your account", false).toString())
			.doesNotContain("hush");
	}

	@Test
	void startNeedsNoProvider() {
		assertThatCode(() -> new ProviderSignIn(settings("http://localhost:1"), publicUrl(), this.clock))
			.doesNotThrowAnyException();
	}

	@Test
	void whatTheSessionKeepsIsSmallAndCanBeWrittenDown() throws Exception {
		// given
		ProviderUser user = new ProviderUser("u1", "header.payload.signature");
		OAuth2AuthenticationToken person = new OAuth2AuthenticationToken(user, user.getAuthorities(), Provider.ID);

		// when
		byte[] written = write(person);
		OAuth2AuthenticationToken read = (OAuth2AuthenticationToken) new ObjectInputStream(
				new ByteArrayInputStream(written))
			.readObject();

		// then
		assertThat(read.getName()).isEqualTo("u1");
		assertThat(((ProviderUser) read.getPrincipal()).idToken()).isEqualTo("header.payload.signature");
		assertThat(written.length).isLessThan(2000);
	}

	private static byte[] write(Object object) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(object);
		}
		return bytes.toByteArray();
	}

	private Provider provider(String issuer) {
		return new Provider(settings(issuer), publicUrl(), new RestTemplate(), this.clock);
	}

	private static ProviderSettings settings(String issuer) {
		return new ProviderSettings(issuer, "stocktake", "secret", "your account", false);
	}

	private static PublicUrl publicUrl() {
		return new PublicUrl(URI.create("https://stocktake.example.org"));
	}

}
