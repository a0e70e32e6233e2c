#pragma once
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

// The macro that casts is not imported.
static inline void cpango_unref(void *object) { g_object_unref(object); }
