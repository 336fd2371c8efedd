// The mark of each kind of card, all of the area of a disc: in the picture, its legend and what is saved of it.

// Corners for a disc of radius 1, y downwards; none for the disc itself. Numbers as the shader below knows them.
const FORMS = {
  circle: { number: 0, corners: [] },
  square: { number: 1, corners: [[-0.886, -0.886], [0.886, -0.886], [0.886, 0.886], [-0.886, 0.886]] },
  diamond: { number: 2, corners: [[0, -1.253], [1.253, 0], [0, 1.253], [-1.253, 0]] },
  triangle: { number: 3, corners: [[0, -1.555], [1.347, 0.778], [-1.347, 0.778]] },
  page: { number: 4, corners: [[-0.777, -1.01], [0.777, -1.01], [0.777, 1.01], [-0.777, 1.01]] },
};

/** The corners of a mark around a point. */
function cornersOf(form, x, y, radius) {
  return FORMS[form].corners.map(([right, down]) => [x + radius * right, y + radius * down]);
}

/** Draw a mark with a white rim on a canvas. */
function drawMark(context, node, x, y, radius, rim = 1) {
  context.beginPath();
  const corners = cornersOf(node.form, x, y, radius);
  if (corners.length) corners.forEach(([cx, cy], n) => (n ? context.lineTo(cx, cy) : context.moveTo(cx, cy)));
  else context.arc(x, y, radius, 0, 2 * Math.PI);
  context.closePath();
  context.fillStyle = node.color;
  context.fill();
  if (!rim) return;
  context.lineWidth = rim;
  context.strokeStyle = "#ffffff";
  context.stroke();
}

/** A mark as SVG, for a legend: 16 units square. */
function markElement({ form, color }) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "-8 -8 16 16");
  svg.setAttribute("class", "mark");
  svg.setAttribute("aria-hidden", "true");
  const corners = cornersOf(form, 0, 0, 5.6);
  const shape = document.createElementNS(svg.namespaceURI, corners.length ? "polygon" : "circle");
  if (corners.length) shape.setAttribute("points", corners.map((corner) => corner.join(",")).join(" "));
  else shape.setAttribute("r", "5.6");
  shape.setAttribute("fill", color || "#6b7280");
  svg.append(shape);
  return svg;
}

// One triangle a mark, large enough for every shape; the fragment shader cuts the shape out of it.
const MARK_VERTICES = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;
void main() {
  v_radius = 2.0 * a_size * u_correctionRatio / u_sizeRatio;
  // A disc needs a smaller triangle round it than a shape with corners.
  vec2 corner = (a_shape < 0.5 ? 2.3 : 3.2) * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + v_radius * corner, 1.0)).xy, 0.0, 1.0);
  v_place = corner;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const MARK_FRAGMENTS = `
precision highp float;
varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;
uniform float u_correctionRatio;
float outside(vec2 p) {
  if (v_shape < 0.5) return length(p) - 1.0;
  if (v_shape < 1.5) return max(abs(p.x), abs(p.y)) - 0.886;
  if (v_shape < 2.5) return (abs(p.x) + abs(p.y)) * 0.7071 - 0.886;
  if (v_shape < 3.5) return max(0.866 * abs(p.x) + 0.5 * p.y, -p.y) - 0.778;
  return max(abs(p.x) - 0.777, abs(p.y) - 1.01);
}
void main() {
  float pixel = 2.0 * u_correctionRatio / v_radius;
  float d = outside(v_place);
  #ifdef PICKING_MODE
  gl_FragColor = d > pixel ? vec4(0.0) : v_color;
  #else
  float rim = smoothstep(-1.6 * pixel, -0.6 * pixel, d) * step(pixel, 0.45);
  float cover = 1.0 - smoothstep(-0.5 * pixel, 0.5 * pixel, d);
  vec4 ink = vec4(mix(v_color.rgb, vec3(1.0), 0.85 * rim), v_color.a);
  gl_FragColor = ink * cover;
  #endif
}`;

/** The program that draws all marks, whatever their shape, in one go; what lies where is left open in motion. */
function markProgram(rest) {
  const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
  return class MarkProgram extends Sigma.rendering.NodeProgram {
    getDefinition() {
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: MARK_VERTICES,
        FRAGMENT_SHADER_SOURCE: MARK_FRAGMENTS,
        METHOD: TRIANGLES,
        UNIFORMS: ["u_sizeRatio", "u_correctionRatio", "u_matrix"],
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_shape", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
      };
    }

    processVisibleItem(id, at, data) {
      this.array.set([data.x, data.y, data.size, data.shape, Sigma.utils.floatColor(data.color), id], at);
    }

    renderProgram(params, programInfo) {
      if (!programInfo.isPicking || !rest.moving) super.renderProgram(params, programInfo);
    }

    setUniforms(params, { gl, uniformLocations }) {
      gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    }
  };
}
