package org.asemeducation.stocktake.cockpit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import jakarta.servlet.ServletOutputStream;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

/**
 * Whoever loads a file slowly must hold nothing: its rows are read before its first byte
 * leaves.
 */
class LineFilesTest {

	private static final CycleName CYCLE = new CycleName("SLOW");

	private static final LineFiles.Chosen ALL = new LineFiles.Chosen(null, null, null, null, null, null, null, null,
			null);

	private final AtomicBoolean reading = new AtomicBoolean();

	private final Cycles cycles = mock(Cycles.class);

	private final InitiativeLines lines = mock(InitiativeLines.class);

	private final LineFiles files = new LineFiles(this.cycles, this.lines,
			mock(CurrentPerson.class, RETURNS_DEEP_STUBS), Clock.systemUTC());

	@BeforeEach
	void manyRows() {
		Cycle cycle = mock(Cycle.class);
		given(cycle.zone()).willReturn(ZoneOffset.UTC);
		given(this.cycles.get(CYCLE)).willReturn(cycle);
		willAnswer((call) -> {
			this.reading.set(true);
			Consumer<InitiativeLine> each = call.getArgument(2);
			for (int row = 0; row < 2000; row++) {
				each.accept(new InitiativeLine("A01-I01", "A title of some length", null, "requested", null, false,
						false, null, null, false, null, null));
			}
			this.reading.set(false);
			return null;
		}).given(this.lines).all(any(), any(), any());
	}

	@Test
	void nothingLeavesWhileRowsAreRead() throws IOException {
		Watched csv = new Watched();
		Watched workbook = new Watched();

		this.files.csv(CYCLE, ALL, csv);
		this.files.workbook(CYCLE, ALL, workbook);

		assertThat(csv.getContentAsString().lines()).hasSize(2001);
		assertThat(csv.getContentLengthLong()).isEqualTo(csv.getContentAsByteArray().length);
		assertThat(workbook.getContentAsByteArray()).startsWith('P', 'K');
	}

	@Test
	void aFileThatFailsIsNoFile() {
		willAnswer((call) -> {
			throw new IllegalStateException("the database went away");
		}).given(this.lines).all(any(), any(), any());
		Watched response = new Watched();

		assertThatIllegalStateException().isThrownBy(() -> this.files.csv(CYCLE, ALL, response));

		assertThat(response.getHeaderNames()).isEmpty();
		assertThat(response.getContentAsByteArray()).isEmpty();
	}

	/**
	 * Takes nothing while rows are read.
	 */
	private final class Watched extends MockHttpServletResponse {

		@Override
		public ServletOutputStream getOutputStream() {
			OutputStream out = super.getOutputStream();
			return new DelegatingServletOutputStream(new OutputStream() {
				@Override
				public void write(int one) throws IOException {
					assertThat(LineFilesTest.this.reading).isFalse();
					out.write(one);
				}
			});
		}

	}

}
