package org.asemeducation.stocktake.browser;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * The check sees what it is there to see.
 */
@ExtendWith(ChromiumExtension.class)
class AccessibleTest {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en"><head><title>A page</title></head>
			<body><main><h1>A page</h1>%s</main></body></html>""";

	@ParameterizedTest
	@CsvSource({ "label,<input type='text'>", "image-alt,<img src='data:'>", "button-name,<button></button>",
			"color-contrast,<p style='color: #bbb; background: #fff'>Hardly to be read</p>",
			"aria-valid-attr-value,<p aria-hidden='sometimes'>Text</p>" })
	void aBarrierIsFound(String rule, String barrier, Chromium chromium) {
		// given
		Page page = chromium.visit(0).page();
		page.setContent(PAGE.formatted(barrier));
		// when, then
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Accessible.check(page))
			.withMessageContaining(rule + ":");
	}

	@Test
	void aPageWithoutBarriersPasses(Chromium chromium) {
		// given
		Page page = chromium.visit(0).page();
		page.setContent(PAGE.formatted("<label>Name <input type='text'></label>"));
		// when, then
		assertThatNoException().isThrownBy(() -> Accessible.check(page));
	}

}
