package org.asemeducation.stocktake.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Requests to the public address, trusting the certificate authority that the proxy has
 * made for itself and no other. Follows no redirect.
 */
final class Web {

	private final HttpClient http;

	private final URI root;

	private int requests;

	Web(URI root, String certificate) {
		this.root = root;
		this.http = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.root.resolve(path));
	}

	URI root() {
		return this.root;
	}

	int requests() {
		return this.requests;
	}

	<T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
		this.requests++;
		try {
			return this.http.send(request, body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(request.method() + " " + request.uri(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static SSLContext trusting(String certificate) {
		try {
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			store.setCertificateEntry("proxy", CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII))));
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(store);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, trust.getTrustManagers(), null);
			return context;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("The proxy's certificate cannot be trusted", ex);
		}
	}

}
