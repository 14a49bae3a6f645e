package org.asemeducation.stocktake.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Holds back the body of an answer that is an error by the time its first byte is
 * written, so that it can be looked at; any other goes through as it comes.
 */
class HeldErrorResponse extends HttpServletResponseWrapper {

	private @Nullable Held held;

	private @Nullable PrintWriter writer;

	HeldErrorResponse(HttpServletResponse response) {
		super(response);
	}

	/**
	 * What was held back; {@code null} when nothing was.
	 */
	byte @Nullable [] error() {
		if (this.writer != null) {
			this.writer.flush();
		}
		return (this.held != null) ? this.held.bytes.toByteArray() : null;
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		if (this.held != null) {
			return this.held;
		}
		if (getStatus() < SC_BAD_REQUEST) {
			return super.getOutputStream();
		}
		this.held = new Held();
		return this.held;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		if (getStatus() < SC_BAD_REQUEST) {
			return super.getWriter();
		}
		if (this.writer == null) {
			this.writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
		}
		return this.writer;
	}

	@Override
	public void setContentLength(int length) {
		// another body may follow
	}

	@Override
	public void setContentLengthLong(long length) {
		// another body may follow
	}

	@Override
	public void flushBuffer() throws IOException {
		if (this.held == null) {
			super.flushBuffer();
		}
	}

	private static final class Held extends ServletOutputStream {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		@Override
		public void write(int one) {
			this.bytes.write(one);
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new UnsupportedOperationException("The body is written at once.");
		}

	}

}
