package org.asemeducation.stocktake.access;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request that does not say how long its body is, and is cut off when it is too long.
 */
class ShortRequest extends HttpServletRequestWrapper {

	private final long longest;

	private @Nullable ServletInputStream body;

	ShortRequest(HttpServletRequest request, long longest) {
		super(request);
		this.longest = longest;
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		if (this.body == null) {
			this.body = new Counted(super.getInputStream(), this.longest);
		}
		return this.body;
	}

	private static final class Counted extends ServletInputStream {

		private final ServletInputStream body;

		private long left;

		private Counted(ServletInputStream body, long longest) {
			this.body = body;
			this.left = longest;
		}

		@Override
		public int read() throws IOException {
			int read = this.body.read();
			count((read < 0) ? 0 : 1);
			return read;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = this.body.read(bytes, offset, length);
			count(Math.max(read, 0));
			return read;
		}

		private void count(int read) throws IOException {
			this.left -= read;
			if (this.left < 0) {
				throw new IOException("The body is too long.");
			}
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
