package org.asemeducation.stocktake.engine;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose body has been looked at and can be read again.
 */
class RepeatableRequest extends HttpServletRequestWrapper {

	/** In bytes; queries and acts of the web applications are far shorter. */
	private static final int LONGEST = 1 << 20;

	private final byte[] body;

	private RepeatableRequest(HttpServletRequest request, byte[] body) {
		super(request);
		this.body = body;
	}

	static RepeatableRequest of(HttpServletRequest request) throws IOException {
		return new RepeatableRequest(request, request.getInputStream().readNBytes(LONGEST + 1));
	}

	boolean isTooLong() {
		return this.body.length > LONGEST;
	}

	byte[] body() {
		return this.body;
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	@Override
	public ServletInputStream getInputStream() {
		return new Body(new ByteArrayInputStream(this.body));
	}

	@Override
	public BufferedReader getReader() {
		return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
	}

	private static final class Body extends ServletInputStream {

		private final ByteArrayInputStream bytes;

		private Body(ByteArrayInputStream bytes) {
			this.bytes = bytes;
		}

		@Override
		public int read() {
			return this.bytes.read();
		}

		@Override
		public boolean isFinished() {
			return this.bytes.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new UnsupportedOperationException("The body is read at once.");
		}

	}

}
