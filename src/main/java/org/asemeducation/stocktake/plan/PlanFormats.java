package org.asemeducation.stocktake.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The kinds of files that a plan comes and goes in.
 */
@Component
class PlanFormats {

	/** What a page carries back to be written into a file again. */
	private static final int MOST_CARRIED = 1 << 20;

	private final List<PlanFormat> formats;

	private final PlanYaml yaml;

	PlanFormats(List<PlanFormat> formats, PlanYaml yaml) {
		this.formats = formats;
		this.yaml = yaml;
	}

	/** The kind that a file looks like. */
	PlanFormat of(byte[] content) {
		return this.formats.stream().filter((it) -> it.recognises(content)).findFirst().orElse(this.yaml);
	}

	/**
	 * What the page keeps of a file that was checked: {@code text} as it is, or the
	 * {@code content} of a workbook in Base64. A workbook of 2 MB says more than a text
	 * may be long.
	 */
	Map<String, String> carried(byte[] content) {
		return (of(content) == this.yaml) ? Map.of("text", new String(content, StandardCharsets.UTF_8))
				: Map.of("content", Base64.getEncoder().encodeToString(content));
	}

	/**
	 * Reads what a page has kept of a workbook.
	 * @throws PlanRefused when it is no plan
	 * @throws IllegalArgumentException with a sentence when it is no file
	 */
	ActionPlan read(String name, String carried) {
		byte[] content = decoded(carried);
		return of(content).read(name, content);
	}

	private static byte[] decoded(String carried) {
		try {
			return Base64.getDecoder().decode(carried.replaceAll("\\s", ""));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("This is no file: bring it again.", ex);
		}
	}

	String text(ActionPlan plan) throws IOException {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		this.yaml.write(plan, text);
		return text.toString(StandardCharsets.UTF_8);
	}

	boolean isWritten(String suffix) {
		return this.formats.stream().anyMatch((it) -> it.suffix().equals(suffix));
	}

	PlanFormat named(String suffix) {
		return this.formats.stream()
			.filter((it) -> it.suffix().equals(suffix))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No plan is written as %s.".formatted(suffix)));
	}

	/**
	 * What the page keeps of a file that was refused; nothing when no line is at fault.
	 */
	@Nullable String carriedBack(byte[] content, PlanRefused reasons) {
		return (reasons.line() > 0 && content.length <= MOST_CARRIED) ? Base64.getEncoder().encodeToString(content)
				: null;
	}

	ResponseEntity<byte[]> rejected(String name, String carried) throws IOException {
		byte[] content;
		try {
			content = Base64.getDecoder().decode(carried.replaceAll("\\s", ""));
			of(content).read(name, content);
		}
		catch (PlanRefused ex) {
			return (ex.line() > 0) ? file("not-taken-" + name, ex, Base64.getDecoder().decode(carried)) : plain(ex);
		}
		catch (IllegalArgumentException ex) {
			return sentence(HttpStatus.UNPROCESSABLE_ENTITY, "This is no file: bring it again.");
		}
		return sentence(HttpStatus.CONFLICT, "Nothing is wrong with this file now: check it again.");
	}

	private ResponseEntity<byte[]> file(String name, PlanRefused reasons, byte[] content) throws IOException {
		PlanFormat format = of(content);
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
			.contentType(MediaType.parseMediaType(format.type()))
			.body(format.withReasons(content, reasons));
	}

	private static ResponseEntity<byte[]> plain(PlanRefused reason) {
		return sentence(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(reason.getMessage()));
	}

	private static ResponseEntity<byte[]> sentence(HttpStatus status, String sentence) {
		return ResponseEntity.status(status)
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.body(sentence.getBytes(StandardCharsets.UTF_8));
	}

	void export(String suffix, Plans plans, HttpServletResponse response) throws IOException {
		Optional<PlanFormat> format = this.formats.stream().filter((it) -> it.suffix().equals(suffix)).findFirst();
		if (format.isEmpty() || !plans.isLoaded()) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		response.setContentType(format.get().type());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("action-plan." + suffix));
		format.get().write(plans.current(), response.getOutputStream());
	}

	private static String attachment(String name) {
		return ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
	}

}
