package org.asemeducation.stocktake.access.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An OpenID Connect provider in the test's own process. It holds its client to the
 * protocol (secret, return address, code once, code challenge), and makes the tokens that
 * a test wants, sound or not.
 */
public final class MockIssuer {

	public static final String CLIENT = "stocktake";

	/** Long enough to sign with, for who tries that. */
	public static final String SECRET = "the-secret-that-the-client-and-the-provider-share";

	private static final MockIssuer RUNNING = new MockIssuer();

	private final HttpServer server;

	private final RSAKey key = key();

	private final RSAKey foreignKey = key();

	private final Map<String, Grant> grants = new ConcurrentHashMap<>();

	private volatile String signedIn = "";

	private volatile String endOfSession = "";

	private volatile boolean away;

	private MockIssuer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newCachedThreadPool((work) -> {
			Thread thread = new Thread(work, "mock-issuer");
			thread.setDaemon(true);
			return thread;
		}));
		this.server.createContext("/.well-known/openid-configuration",
				(call) -> json(call, this.away ? 503 : 200, metadata()));
		this.server.createContext("/keys", (call) -> json(call, 200, keys()));
		this.server.createContext("/authorize", this::authorize);
		this.server.createContext("/token", this::token);
		this.server.createContext("/userinfo", this::userInformation);
		this.server.createContext("/end", this::end);
		this.server.start();
	}

	public static MockIssuer running() {
		return RUNNING;
	}

	public String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/** Who is signed in with the provider, for whoever comes with a browser. */
	public void signedIn(String email) {
		this.signedIn = email;
	}

	/** The address to which a browser was last sent for signing out. */
	public String endOfSession() {
		return this.endOfSession;
	}

	public void away(boolean away) {
		this.away = away;
	}

	/**
	 * Signs somebody in.
	 * @param request where the client sent the browser
	 * @param email who it is
	 * @param change what else the token says
	 * @return the path and query to which the browser is sent back
	 */
	public String approve(URI request, String email, Consumer<JWTClaimsSet.Builder> change) {
		return approve(request, email, change, Signature.SOUND);
	}

	public String approve(URI request, String email, Consumer<JWTClaimsSet.Builder> change, Signature signature) {
		URI back = URI.create(back(request, email, change, signature));
		return back.getRawPath() + "?" + back.getRawQuery();
	}

	private String back(URI request, String email, Consumer<JWTClaimsSet.Builder> change, Signature signature) {
		Map<String, String> asked = fields(request.getRawQuery());
		String code = UUID.randomUUID().toString();
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(address())
			.subject("person-1")
			.audience(CLIENT)
			.issueTime(new Date())
			.expirationTime(Date.from(new Date().toInstant().plusSeconds(300)))
			.claim("nonce", asked.get("nonce"))
			.claim("email", email)
			.claim("email_verified", true);
		change.accept(claims);
		this.grants.put(code, new Grant(asked, write(claims.build(), signature)));
		return "%s?code=%s&state=%s".formatted(asked.get("redirect_uri"), code,
				URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
	}

	private String write(JWTClaimsSet claims, Signature signature) {
		try {
			if (signature == Signature.NONE) {
				return new PlainJWT(claims).serialize();
			}
			boolean secret = signature == Signature.WITH_THE_CLIENTS_SECRET;
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(secret ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256).keyID(this.key.getKeyID())
						.build(),
					claims);
			token.sign(secret ? new MACSigner(SECRET)
					: new RSASSASigner((signature == Signature.BY_SOMEBODY_ELSE) ? this.foreignKey : this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Map<String, Object> metadata() {
		return Map.ofEntries(Map.entry("issuer", address()),
				Map.entry("authorization_endpoint", address() + "/authorize"),
				Map.entry("token_endpoint", address() + "/token"), Map.entry("jwks_uri", address() + "/keys"),
				Map.entry("userinfo_endpoint", address() + "/userinfo"),
				Map.entry("end_session_endpoint", address() + "/end"),
				Map.entry("response_types_supported", List.of("code")),
				Map.entry("subject_types_supported", List.of("public")),
				Map.entry("id_token_signing_alg_values_supported", List.of("RS256")));
	}

	private Map<String, Object> keys() {
		return new JWKSet(this.key.toPublicJWK()).toJSONObject();
	}

	/** A browser comes; whoever is signed in goes straight back. */
	private void authorize(HttpExchange call) throws IOException {
		String back = back(call.getRequestURI(), this.signedIn, (claims) -> {
		}, Signature.SOUND);
		redirect(call, back);
	}

	private void end(HttpExchange call) throws IOException {
		this.endOfSession = call.getRequestURI().toString();
		redirect(call, fields(call.getRequestURI().getRawQuery()).get("post_logout_redirect_uri"));
	}

	private static void redirect(HttpExchange call, String address) throws IOException {
		call.getResponseHeaders().add("Location", address);
		call.sendResponseHeaders(302, -1);
		call.close();
	}

	private void token(HttpExchange call) throws IOException {
		Map<String, String> sent = fields(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		Grant grant = this.grants.remove(sent.getOrDefault("code", ""));
		String client = "Basic "
				+ Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
		if (!client.equals(call.getRequestHeaders().getFirst("Authorization"))) {
			json(call, 401, Map.of("error", "invalid_client"));
		}
		else if (grant == null || !grant.asked().get("redirect_uri").equals(sent.get("redirect_uri"))
				|| !"S256".equals(grant.asked().get("code_challenge_method"))
				|| !grant.asked().get("code_challenge").equals(challenge(sent.getOrDefault("code_verifier", "")))) {
			json(call, 400, Map.of("error", "invalid_grant"));
		}
		else {
			json(call, 200, Map.of("access_token", "access", "token_type", "Bearer", "expires_in", 300, "id_token",
					grant.idToken()));
		}
	}

	private void userInformation(HttpExchange call) throws IOException {
		json(call, 200, Map.of("sub", "person-1"));
	}

	private static String challenge(String verifier) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void json(HttpExchange call, int status, Map<String, Object> body) throws IOException {
		byte[] bytes = JSONObjectUtils.toJSONString(body).getBytes(StandardCharsets.UTF_8);
		call.getResponseHeaders().add("Content-Type", "application/json");
		call.sendResponseHeaders(status, bytes.length);
		call.getResponseBody().write(bytes);
		call.close();
	}

	private static Map<String, String> fields(String query) {
		return Arrays.stream(query.split("&"))
			.map((field) -> field.split("=", 2))
			.collect(Collectors.toMap((field) -> field[0],
					(field) -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID("the-key").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** How a token is signed. */
	public enum Signature {

		SOUND, NONE, BY_SOMEBODY_ELSE, WITH_THE_CLIENTS_SECRET

	}

	private record Grant(Map<String, String> asked, String idToken) {
	}

}
